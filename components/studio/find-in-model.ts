import { Filter, Hash, type LucideIcon, Sigma } from 'lucide-react';
import type { ReactNode } from 'react';
import { matchItems } from '@/components/shell/match-items';
import type { PaletteGroup } from '@/components/ui/command-palette';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { MetricRecord, ModelDocument, RecordId } from '@/lib/model/records';

const SHOWN_MAX = 8;
const PARTS = { attribute: 'field', measure: 'measure', segment: 'only …' } as const;
const ICON: Record<keyof typeof PARTS, LucideIcon> = { attribute: Hash, measure: Sigma, segment: Filter };

type Hands = { go: (id: RecordId) => void; preview: (id: RecordId) => ReactNode };

/** The fields, measures and filters of a model that fit what was typed; thousands of them are only looked at when asked. */
export function findInModel(document: ModelDocument, typed: string, { go, preview }: Hands): PaletteGroup {
  const { byKind } = indexModel(document);
  const parts = [...byKind.attribute, ...byKind.measure, ...byKind.segment];
  const items = parts.map(({ id, kind, entityId }) => ({
    key: `part ${id}`,
    label: labelOfRecord(document, id),
    hint: `${PARTS[kind]} of ${labelOfRecord(document, entityId)}`,
    icon: ICON[kind],
    preview: preview(id),
    onSelect: () => go(kind === 'measure' ? whereMeasured(byKind.metric, id, entityId) : id),
  }));
  return { heading: 'On this canvas', items: matchItems(items, typed).slice(0, SHOWN_MAX) };
}

/** A measure is looked at in the first metric made of it, else in its entity. */
function whereMeasured(metrics: readonly MetricRecord[], measureId: RecordId, entityId: RecordId): RecordId {
  const made = metrics.find(({ formula }) => 'measureId' in formula && formula.measureId === measureId);
  return made?.id ?? entityId;
}
