import type { Issue } from '../issue';
import { leaveOutSlice } from '../leave-out-slice';
import { reachesOf } from '../reaches';
import type { ModelDocument } from '../records';

/**
 * Two "many" branches of one thing: cut reviews by the category of the items in the same order, and every review counts
 * once per item.
 */
export function noChasm(document: ModelDocument): Issue[] {
  return reachesOf(document).flatMap(({ at, place, fromId, toId, way }): Issue[] => {
    if (way.is !== 'chasm') return [];
    const { path, turnsAt } = way;
    const fix = leaveOutSlice(document, at, place);
    return [{ code: 'chasm', severity: 'error', at, place, fromId, toId, path, turnsAt, ...fix }];
  });
}
