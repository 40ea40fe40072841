import { partsOf } from '../base-measures';
import { findCycles } from '../find-cycles';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { ModelDocument } from '../records';

/** A metric computed from itself has no value. Told once per loop, at its first metric. */
export function formulasEnd(document: ModelDocument): Issue[] {
  const { metric } = indexModel(document).byKind;
  const graph = new Map(metric.map((record) => [record.id, partsOf(document, record).map((part) => part.id)]));
  return findCycles(graph).flatMap((around): Issue[] => {
    const [at] = around;
    return at === undefined ? [] : [{ code: 'formula-cycle', severity: 'error', at, around }];
  });
}
