import type { Issue } from '../issue';
import { leaveOutSlice } from '../leave-out-slice';
import { reachesOf } from '../reaches';
import type { ModelDocument } from '../records';

/**
 * What a metric is timed, cut or filtered by must lie at the end of exactly one path of many-to-one relationships. None,
 * or several, is said with the paths; a path chosen for the analyst would be a number chosen for her.
 */
export function waysAreUnique(document: ModelDocument): Issue[] {
  return reachesOf(document).flatMap(({ at, place, fromId, toId, way }): Issue[] => {
    const facts = { severity: 'error' as const, at, place, fromId, toId, ...leaveOutSlice(document, at, place) };
    if (way.is === 'none') return [{ code: 'no-path', ...facts }];
    return way.is === 'several' ? [{ code: 'several-paths', ...facts, paths: way.paths }] : [];
  });
}
