import type { Areas } from '@/lib/model/area';
import type { RecordId } from '@/lib/model/records';

/** The areas without some of their members; one that has none left goes. The same object where nobody leaves. */
export function areasWithout(areas: Areas, isLeaving: (id: RecordId) => boolean): Areas {
  let isSame = true;
  const kept = Object.entries(areas).flatMap(([id, area]) => {
    const members = area.members.filter((member) => !isLeaving(member));
    if (members.length === area.members.length) return [[id, area] as const];
    isSame = false;
    return members.length === 0 ? [] : [[id, { ...area, members }] as const];
  });
  return isSame ? areas : Object.fromEntries(kept);
}
