import type { Issue } from '../issue';
import { leaveOutSlice } from '../leave-out-slice';
import { reachesOf } from '../reaches';
import type { ModelDocument } from '../records';

/**
 * A measure of the "one" side reached through the "many" side: cut customers by the status of their orders, and a customer
 * with three orders is three customers.
 */
export function noFanOut(document: ModelDocument): Issue[] {
  return reachesOf(document).flatMap(({ at, place, fromId, toId, way }): Issue[] => {
    if (way.is !== 'fan-out') return [];
    const { path, turnsAt } = way;
    const fix = leaveOutSlice(document, at, place);
    return [{ code: 'fan-out', severity: 'error', at, place, fromId, toId, path, turnsAt, ...fix }];
  });
}
