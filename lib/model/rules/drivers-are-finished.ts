import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/** A driver leads to another metric, or cuts its own by an attribute. */
export function driversAreFinished(document: ModelDocument): Issue[] {
  return indexModel(document).byKind.driver.flatMap(({ id, driver, toId, byId }): Issue[] => {
    if (driver === 'segment' ? byId !== null : toId !== null) return [];
    const part = driver === 'segment' ? 'cut' : 'driven metric';
    return [{ code: 'driver-unfinished', severity: 'error', at: id, part }];
  });
}
