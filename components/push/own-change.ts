import type { Edit } from '@/components/editor/editor';
import type { PlanChange } from '@/lib/engine/plan';
import { diffModels, patchOf } from '@/lib/model/diff';
import type { ModelDocument } from '@/lib/model/records';

/** What an edit would make of a drawing, as a change that a preview can apply; the drawing stays as it is. */
export function ownChange(productKey: string, document: ModelDocument, edit: Edit): PlanChange {
  return { schedules: [], records: [{ product: productKey, ...patchOf(diffModels(document, edit(document))) }] };
}
