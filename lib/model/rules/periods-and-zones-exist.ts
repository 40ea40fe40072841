import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';
import { unknownTimeIn } from '../unknown-time';

/** What is counted per a period nobody counts by, or due in a zone that does not exist, can never be told met or missed. */
export function periodsAndZonesExist(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.expectation.flatMap(({ id, rule }): Issue[] => {
    const unknown = unknownTimeIn(rule);
    if (unknown === null) return [];
    const code =
      'zone' in unknown
        ? { code: 'no-such-time-zone' as const, ...unknown }
        : { code: 'no-such-period' as const, ...unknown };
    return [{ ...code, severity: 'error', at: id }];
  });
}
