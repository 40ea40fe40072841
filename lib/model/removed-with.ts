import { partsGone, removeRecords, wholesOf } from './edits/plan-removal';
import { attributesIn, indexModel, recordAt } from './model-index';
import type { ModelDocument, ModelRecord, RecordId } from './records';
import { sameRecord } from './same-record';

/** A record as one side of a merge has it and as the other has; null where it is not there. */
export type BothSides = {
  readonly id: RecordId;
  readonly mine: ModelRecord | null;
  readonly theirs: ModelRecord | null;
};

type Sides = { base: ModelDocument; mine: ModelDocument; theirs: ModelDocument };

/** What could go with records if somebody else removed a whole they are part of: it and its parts. Looked up, as it is asked with every save. */
export function partsAround(document: ModelDocument, ids: readonly RecordId[]): Set<RecordId> {
  const around = new Set(ids);
  for (const id of around) {
    const record = recordAt(document, id);
    for (const whole of record ? wholesOf(record) : []) around.add(whole);
  }
  for (const id of [...around]) for (const part of attributesIn(document, id)) around.add(part.id);
  // Each kind behind those it may be a part of.
  const { segment, measure, relationship, driver, expectation } = indexModel(document).byKind;
  for (const records of [segment, measure, relationship, driver, expectation])
    for (const record of records) if (wholesOf(record).some((id) => around.has(id))) around.add(record.id);
  return around;
}

/**
 * What went with a record that one side removed: the whole it is a part of, the other parts of that, and the mentions that
 * were taken out elsewhere, all as far as the other side left them alone. Without these, whoever keeps the record has an
 * entity without fields, or a field of nothing.
 */
export function removedWith({ base, mine, theirs }: Sides, id: RecordId): BothSides[] {
  const [remover, keeper] = recordAt(mine, id) === null ? [mine, theirs] : [theirs, mine];
  const isRemoved = (one: RecordId) => recordAt(base, one) !== null && recordAt(remover, one) === null;
  const roots = new Set([id]);
  for (const one of roots) {
    const record = recordAt(base, one);
    for (const whole of record ? wholesOf(record) : []) if (isRemoved(whole)) roots.add(whole);
  }
  const without = removeRecords(base, [...roots]);
  const parts = [...partsGone(base, [...roots])].filter((one) => one !== id && isRemoved(one));
  const trimmed = Object.values(without.records).flatMap((record) =>
    recordAt(base, record.id) !== record && sameRecord(record, recordAt(remover, record.id)) ? record.id : [],
  );
  return [...parts, ...trimmed].flatMap((one) =>
    sameRecord(recordAt(base, one), recordAt(keeper, one)) && !sameRecord(recordAt(mine, one), recordAt(theirs, one))
      ? [{ id: one, mine: recordAt(mine, one), theirs: recordAt(theirs, one) }]
      : [],
  );
}
