import type { Issue } from '../issue';
import { attributesIn, indexModel } from '../model-index';
import { labelOfRecord } from '../names';
import type { AttributeRecord, EntityRecord, MetricRecord, ModelDocument } from '../records';

type Labelled = EntityRecord | MetricRecord | AttributeRecord;
type Pair = { later: Labelled; first: Labelled; label: string; free: string };

/**
 * Two cards, or two fields of one card, that read alike are mixed up by whoever looks at them, though their names differ
 * and every expression is right: hence a warning. What shares its name as well is the rule on names' to tell.
 */
export function labelsAreUnique(document: ModelDocument): Issue[] {
  const { entity, metric } = indexModel(document).byKind;
  const fields = entity.flatMap(({ id }) => alikeFields(document, attributesIn(document, id)));
  return [...alikeIn(document, entity), ...alikeIn(document, metric), ...fields].map(
    ({ later, first, label, free }): Issue => ({
      code: 'label-collision',
      severity: 'warning',
      at: later.id,
      label,
      otherId: first.id,
      fix: { does: { verb: 'set-label', label: free }, put: [{ ...later, label: free }], remove: [] },
    }),
  );
}

const known = new WeakMap<readonly AttributeRecord[], Pair[]>();

/** A keystroke leaves most of a large model's fields as they were. */
function alikeFields(document: ModelDocument, fields: readonly AttributeRecord[]): Pair[] {
  const found = known.get(fields) ?? alikeIn(document, fields);
  known.set(fields, found);
  return found;
}

function alikeIn(document: ModelDocument, records: readonly Labelled[]): Pair[] {
  const seen = new Map<string, Labelled>();
  return records.flatMap((record): Pair[] => {
    const label = labelOfRecord(document, record.id);
    const first = seen.get(asRead(label));
    if (first === undefined) seen.set(asRead(label), record);
    if (first === undefined || first.name === record.name) return [];
    return [{ later: record, first, label, free: freeLabel(document, records, label) }];
  });
}

function freeLabel(document: ModelDocument, records: readonly Labelled[], label: string): string {
  const taken = new Set(records.map(({ id }) => asRead(labelOfRecord(document, id))));
  for (let n = 2; ; n++) if (!taken.has(asRead(`${label} ${n}`))) return `${label} ${n}`;
}

function asRead(label: string): string {
  return label.trim().toLowerCase();
}
