'use client';

import { Gauge } from 'lucide-react';
import { useState } from 'react';
import { ROLE_ICONS } from '@/components/canvas/field-icon';
import type { EditorState } from '@/components/editor/editor';
import { useEditor, useEditorValue } from '@/components/editor/editor-context';
import { useLabel } from '@/components/editor/use-record';
import { cutBy } from '@/components/inspector/cut-by';
import { cutsFor } from '@/components/inspector/cuts-for';
import { drive } from '@/components/inspector/drive';
import { CommandPalette, type PaletteItem } from '@/components/ui/command-palette';
import { capitalise } from '@/lib/base/capitalise';
import { driverRefusal } from '@/lib/model/driver-refusal';
import { indexModel, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';

const selectDocument = (state: EditorState) => state.document;

type Props = { metricId: RecordId; onClose: () => void };

/** What a metric is cut by, or moved by, found by typing; only what may be is offered. */
export function MoverChoice({ metricId, onClose }: Props) {
  const editor = useEditor();
  const document = useEditorValue(selectDocument);
  const label = useLabel(metricId);
  const [query, setQuery] = useState('');
  const metric = recordOf(document, 'metric', metricId);
  if (metric === null) return null;
  const choice = (id: RecordId, words: Pick<PaletteItem, 'label' | 'icon'>, choose: () => void): PaletteItem => ({
    key: id,
    ...words,
    onSelect: () => {
      onClose();
      choose();
    },
  });
  const cuts = freeCuts(document, metric).map(({ id, words }) => {
    const icon = ROLE_ICONS[recordOf(document, 'attribute', id)?.role ?? 'category'];
    return choice(id, { label: words, icon }, () => cutBy(editor, metricId, id));
  });
  const movers = indexModel(document)
    .byKind.metric.filter(({ id }) => driverRefusal(document, { fromId: id, toId: metricId }) === null)
    .map(({ id }) =>
      choice(id, { label: labelOfRecord(document, id), icon: Gauge }, () => drive(editor, id, metricId)),
    );
  return (
    <CommandPalette
      isOpen
      onOpenChange={onClose}
      label={`What moves ${label}`}
      placeholder={`Cut ${label} by, or say what drives it…`}
      query={query}
      onQueryChange={setQuery}
      groups={[
        { heading: 'Cut it by', items: cuts },
        { heading: 'It is driven by', items: movers },
      ].filter(({ items }) => items.length > 0)}
    />
  );
}

function freeCuts(document: ModelDocument, metric: MetricRecord) {
  const drawn = new Set(
    indexModel(document).byKind.driver.flatMap(({ fromId, byId }) => (fromId === metric.id ? (byId ?? []) : [])),
  );
  return cutsFor(document, metric).slices.flatMap(({ value, label }) =>
    drawn.has(value) ? [] : [{ id: value, words: capitalise(label) }],
  );
}
