import type { RecordId } from '@/lib/model/records';

/** A card reads all it shows by its id: what React Flow tells it of its place, at every frame of a drag, is none of it. */
export function isSameCard(a: { id: RecordId }, b: { id: RecordId }): boolean {
  return a.id === b.id;
}
