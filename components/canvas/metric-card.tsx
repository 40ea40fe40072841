'use client';

import type { NodeProps } from '@xyflow/react';
import { Gauge } from 'lucide-react';
import { memo, useCallback } from 'react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { useLabel, useRecord } from '@/components/editor/use-record';
import { describeMetric } from '@/lib/model/sentence';
import type { CanvasNode } from './canvas-nodes';
import { CardFrame } from './card-frame';
import { CardTitle } from './card-title';
import { ChangeMark } from './change-mark';
import { useCoverage } from './coverage-context';
import { CoverageMark } from './coverage-mark';
import { FarCard } from './far-card';
import { isSameCard } from './is-same-card';
import { useDistance } from './use-distance';

/** A metric as a card: its name, and what it is as one sentence. */
export const MetricCard = memo(function MetricCard({ id }: Pick<NodeProps<CanvasNode>, 'id'>) {
  const metric = useRecord('metric', id);
  const title = useLabel(id);
  const sentence = useEditorValue(useCallback((state: EditorState) => describeMetric(state.document, id), [id]));
  const coverage = useCoverage(id);
  const distance = useDistance();
  if (!metric) return null;
  if (distance !== 'near') return <FarCard id={id} title={title} hue="var(--accent)" distance={distance} isMetric />;
  return (
    <CardFrame
      id={id}
      className="flex cursor-grab flex-col rounded-xl border-line-2/70 px-3 pt-2 shadow-card hover:shadow-lift active:cursor-grabbing"
      whenSelected="border-accent shadow-lift ring-3 ring-accent-soft"
    >
      <header className="flex h-7 items-center gap-2">
        <Gauge className="size-[15px] shrink-0 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
        <CardTitle id={id} title={title} label="Name of the metric" />
        <ChangeMark id={id} />
        {metric.unit !== null && <span className="ml-auto shrink-0 text-2xs text-fg-3">{metric.unit}</span>}
        <CoverageMark coverage={coverage} isMetric className={metric.unit === null ? 'ml-auto' : undefined} />
      </header>
      <p className="line-clamp-3 text-fg-2 text-xs leading-[17px]" title={sentence}>
        {sentence}
      </p>
    </CardFrame>
  );
}, isSameCard);
