import type { Comparison } from '@/components/canvas/canvas-view';
import { driverWords } from '@/components/inspector/driver-words';
import { compareText } from '@/lib/base/compare-text';
import { compareModels, type ModelChange } from '@/lib/model/compare-models';
import { describeChange } from '@/lib/model/describe-change';
import { describeExpectation } from '@/lib/model/expectation-words';
import { recordAt } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { ModelDocument, RecordId } from '@/lib/model/records';

export type ToldChange = { key: string; id: RecordId; words: string };

/** What became of a model, sentence by sentence, with everything called as people call it. */
export function tellChanges(before: ModelDocument, after: ModelDocument): ToldChange[] {
  return compareModels(before, after)
    .map((change) => {
      const called = { ...change, name: callRecord(recordAt(after, change.id) ? after : before, change.id) };
      return { key: `${change.id} ${change.change}`, id: change.id, words: describeChange(called, 'plain') };
    })
    .sort((a, b) => compareText(a.words, b.words));
}

/** The same as marks on the cards: what an entity is made of counts as the entity. */
export function markChanges(number: number, before: ModelDocument, after: ModelDocument): Comparison {
  const marks = new Map<RecordId, 'new' | 'changed'>();
  const mark = (id: RecordId | null, how: 'new' | 'changed') => {
    if (id !== null && recordAt(after, id) && marks.get(id) !== 'new') marks.set(id, how);
  };
  const changes = compareModels(before, after);
  for (const change of changes) {
    mark(change.id, change.change === 'added' ? 'new' : 'changed');
    mark(cardOf(after, change.id) ?? cardOf(before, change.id), 'changed');
  }
  const gone = changes.filter(isGone).map(({ id }) => callRecord(before, id));
  return { number, marks, gone: gone.sort(compareText) };
}

function isGone(change: ModelChange): boolean {
  return change.change === 'removed';
}

/** The record whose card shows this one; null for one that stands for itself. */
function cardOf(document: ModelDocument, id: RecordId): RecordId | null {
  const record = recordAt(document, id);
  switch (record?.kind) {
    case 'attribute':
    case 'segment':
      return record.entityId;
    case 'expectation':
      return record.onId;
    default:
      return null;
  }
}

function callRecord(document: ModelDocument, id: RecordId): string {
  const record = recordAt(document, id);
  switch (record?.kind) {
    case 'attribute':
      return `${labelOfRecord(document, record.entityId)} › ${labelOfRecord(document, id)}`;
    case 'driver':
      return `“${driverWords(document, record)}”`;
    case 'expectation':
      return `“${describeExpectation(document, record, 'plain').replace(/\.$/, '')}”`;
    default:
      return labelOfRecord(document, id);
  }
}
