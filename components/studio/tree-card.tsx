'use client';

import { Gauge } from 'lucide-react';
import { type PointerEvent, useCallback } from 'react';
import { useCoverage } from '@/components/canvas/coverage-context';
import { CoverageMark } from '@/components/canvas/coverage-mark';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useIsSelected, useLabel } from '@/components/editor/use-record';
import { cn } from '@/components/ui/cn';
import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { shortFormula } from './short-formula';
import type { DriveSide } from './use-drive-drag';

export const TREE_CARD = { width: 204, height: 64 };

type Hands = Record<
  'onPointerDown' | 'onPointerMove' | 'onPointerUp' | 'onPointerCancel',
  (event: PointerEvent<HTMLElement>) => void
>;
type Props = {
  id: RecordId;
  at: { x: number; y: number };
  /** Another metric is being drawn onto this one. */
  isTarget: boolean;
  handsOf: (side: DriveSide) => Hands;
};

const SIDES: readonly { side: DriveSide; title: string; place: string }[] = [
  { side: 'drives', title: 'Drag onto what it drives', place: '-left-2' },
  { side: 'moved', title: 'Drag onto what moves it, or out: what it is cut by', place: '-right-2' },
];

/** A metric in the tree. Its left handle is taken to what it drives, its right one to what moves it or cuts it. */
export function TreeCard({ id, at, isTarget, handsOf }: Props) {
  const editor = useEditor();
  const label = useLabel(id);
  const coverage = useCoverage(id);
  const isSelected = useIsSelected(id);
  const made = useEditorValue(
    useCallback(
      ({ document }: EditorState) => {
        const metric = recordOf(document, 'metric', id);
        return (metric === null ? null : shortFormula(document, metric)) ?? 'not finished';
      },
      [id],
    ),
  );
  return (
    <div data-metric={id} className="group absolute" style={{ left: at.x, top: at.y, ...TREE_CARD }}>
      <button
        type="button"
        data-tree={id}
        aria-pressed={isSelected}
        onClick={() => editor.select([id])}
        className={cn(
          'h-full w-full rounded-xl border border-line-2/70 bg-surface px-3 text-left shadow-card hover:shadow-lift',
          (isSelected || isTarget) && 'border-accent ring-3 ring-accent-soft',
        )}
      >
        <span className="flex items-center gap-2">
          <Gauge className="size-3.5 shrink-0 text-accent-text" strokeWidth={1.85} aria-hidden="true" />
          <span className="min-w-0 flex-1 truncate font-semibold text-base tracking-[-0.012em]">{label}</span>
          <CoverageMark coverage={coverage} isMetric />
        </span>
        <span className="block truncate text-fg-2 text-xs" title={made}>
          {made}
        </span>
      </button>
      {editor.canEdit &&
        SIDES.map(({ side, title, place }) => (
          <span
            key={side}
            {...handsOf(side)}
            title={title}
            aria-hidden="true"
            data-drive={side}
            className={cn(
              'absolute top-1/2 grid size-4 -translate-y-1/2 cursor-crosshair touch-none place-items-center rounded-full opacity-0 group-hover:opacity-100',
              place,
              isSelected && 'opacity-100',
            )}
          >
            <span className="size-2.5 rounded-full border-2 border-surface bg-accent shadow-card" />
          </span>
        ))}
    </div>
  );
}
