import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import { withExpressions } from '../expressions';
import { recordAt } from '../model-index';
import { isNamed, type NamedRecord } from '../names';
import type { ModelDocument, ModelRecord, RecordId } from '../records';
import { freeName } from './free-name';
import { mapReferences } from './map-references';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type Paste = { records: readonly ModelRecord[]; newId: () => RecordId };

/**
 * Copies of records, as if drawn anew: new ids, free names and labels, and every reference among the copies led to the copy. What
 * they refer to besides is kept when it is in this model and forgotten when it is not, so a copy from another model never
 * points at something that merely has the same id. Answers which copy stands for which original.
 */
export function pasteRecords(
  document: ModelDocument,
  { records, newId }: Paste,
): { document: ModelDocument; copies: Map<RecordId, RecordId> } {
  const copies = new Map(records.map((record) => [record.id, newId()]));
  const renamed = new Map<string, string>();
  const sorted = [...records].sort((a, b) => RANK[a.kind] - RANK[b.kind] || a.order - b.order);
  const pasted = sorted.reduce((made, record) => {
    const copy = placed(made, led(document, record, copies));
    if (copy === null) return made;
    if (isNamed(record) && isNamed(copy)) renamed.set(`${record.kind}:${record.name}`, copy.name);
    return putRecords(made, copy);
  }, document);
  const followed = [...copies.values()]
    .flatMap((id) => recordAt(pasted, id) ?? [])
    .map((copy) => follow(copy, renamed));
  return { document: putRecords(pasted, ...followed), copies };
}

const RANK: Record<ModelRecord['kind'], number> = {
  entity: 0,
  attribute: 1,
  relationship: 2,
  segment: 3,
  measure: 4,
  metric: 5,
  driver: 6,
  expectation: 7,
};

function led(document: ModelDocument, record: ModelRecord, copies: ReadonlyMap<RecordId, RecordId>): ModelRecord {
  const id = copies.get(record.id) ?? record.id;
  return mapReferences(
    { ...record, id },
    (referred) => copies.get(referred) ?? (recordAt(document, referred) ? referred : null),
  );
}

/** With a free name and at the end of its kind; an attribute whose entity is nowhere has no place. */
function placed(document: ModelDocument, copy: ModelRecord): ModelRecord | null {
  const entityId = copy.kind === 'attribute' ? copy.entityId : null;
  if (entityId !== null && recordAt(document, entityId)?.kind !== 'entity') return null;
  const order = nextOrder(document, copy.kind, entityId);
  if (!isNamed(copy)) return { ...copy, order };
  const name = freeName(document, copy.kind, copy.name, entityId);
  return withNumber({ ...copy, order, name }, name.slice(copy.name.length + 1));
}

/** Who reads labels tells a copy from its original too: `customer_2` is called “Customer 2”. */
function withNumber<R extends NamedRecord>(copy: R, number: string): R {
  // The words on a line are read between two names, never alone.
  if (number === '' || copy.kind === 'relationship' || copy.label === null) return copy;
  return { ...copy, label: `${copy.label} ${number}` };
}

/** Names of copied entities and metrics, where a copy had to take another name. */
function follow(copy: ModelRecord, renamed: ReadonlyMap<string, string>): ModelRecord {
  return withExpressions(copy, ({ place, text, parsed }) => {
    if (!parsed.ok || copy.kind === 'entity' || copy.kind === 'attribute') return text;
    const tree = mapColumns(parsed.value, (column) => {
      if (place.in === 'formula') return { ...column, name: renamed.get(`metric:${column.name}`) ?? column.name };
      const qualifier = column.qualifier === null ? undefined : renamed.get(`entity:${column.qualifier}`);
      return qualifier === undefined ? undefined : { ...column, qualifier };
    });
    const printed = printExpression(tree);
    return printed === printExpression(parsed.value) ? text : printed;
  });
}
