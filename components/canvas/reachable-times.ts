import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { uniquePath } from '@/lib/model/references';
import { callAttribute } from '@/lib/model/words-for';

/** The dates a number of an entity may be shown by: its own, then those of what each row belongs to, once each. */
export function reachableTimes(document: ModelDocument, entityId: RecordId): { id: RecordId; words: string }[] {
  const { entity } = indexModel(document).byKind;
  const own = entity.filter(({ id }) => id === entityId);
  const others = entity.filter(({ id }) => id !== entityId && uniquePath(document, entityId, id).ok);
  return [...own, ...others].flatMap(({ id }) =>
    attributesIn(document, id)
      .filter(({ type }) => type === 'date' || type === 'timestamp')
      .map((field) => ({ id: field.id, words: callAttribute(document, field.id, entityId) })),
  );
}
