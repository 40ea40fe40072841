import type { ModelPatch } from '@/lib/model/diff';
import { editedBetween } from '@/lib/model/edit-trail';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';

/**
 * What the server does not know yet: every record that is not the very one it acknowledged. Edits share what they leave
 * alone, so comparing by identity is exact enough (a record put back to what it was is sent once too often, no harm).
 * What was edited here since is known, and only that is compared.
 */
export function unsentChanges(acknowledged: ModelDocument, current: ModelDocument): ModelPatch {
  if (acknowledged === current) return { put: [], remove: [] };
  const edited = editedBetween(acknowledged, current);
  if (edited) {
    const touched = [...edited].sort();
    return {
      put: touched.flatMap((id) => {
        const record = recordAt(current, id);
        return record === null || record === recordAt(acknowledged, id) ? [] : [record];
      }),
      remove: touched.filter((id) => recordAt(current, id) === null && recordAt(acknowledged, id) !== null),
    };
  }
  const put = Object.values(current.records).filter((record) => acknowledged.records[record.id] !== record);
  const remove = Object.keys(acknowledged.records).filter((id) => !Object.hasOwn(current.records, id));
  return { put, remove };
}

export function isNothing({ put, remove }: ModelPatch): boolean {
  return put.length === 0 && remove.length === 0;
}
