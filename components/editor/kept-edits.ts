import { z } from 'zod';
import { Area } from '@/lib/model/area';
import { patchModel } from '@/lib/model/diff';
import { type Merge, mergeDrafts } from '@/lib/model/merge-drafts';
import { recordAt } from '@/lib/model/model-index';
import { type ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';

/**
 * Edits the server has not acknowledged, as they lie on this device: what to put and remove, and what stood there when
 * they were made, with what it was a part of, so that they can be merged into whatever the draft has become when the page
 * opens again.
 */
export const KeptEdits = z.strictObject({
  revision: z.number().int(),
  put: z.array(ModelRecord),
  remove: z.array(RecordId),
  was: z.array(ModelRecord),
  positions: z.record(RecordId, z.strictObject({ x: z.number(), y: z.number() })),
  areas: z.record(RecordId, Area.nullable()).default({}),
});
export type KeptEdits = z.infer<typeof KeptEdits>;

/** The draft as the server has it now with the kept edits laid over it; what somebody else changed meanwhile is listed. */
export function replayKept(server: ModelDocument, { put, remove, was }: KeptEdits): Merge {
  const touched = [...put.map(({ id }) => id), ...remove];
  const kept = new Map(was.map((record) => [record.id, record]));
  const before = patchModel(server, {
    put: was,
    remove: touched.filter((id) => !kept.has(id) && recordAt(server, id) !== null),
  });
  return mergeDrafts(before, patchModel(before, { put, remove }), server);
}
