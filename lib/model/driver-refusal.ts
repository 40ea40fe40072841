import { partsOf } from './base-measures';
import { indexModel, recordOf } from './model-index';
import type { ModelDocument, RecordId } from './records';

export type DriverRefusal =
  | { code: 'itself' }
  /** It is part of the formula already; the formula is where that is said. */
  | { code: 'in-formula' }
  | { code: 'drawn' }
  /** What is to be driven drives it already, by way of these metrics in this order. */
  | { code: 'circle'; through: RecordId[] };

/**
 * Why a metric may not be said to drive another; null when it may. Formulas count like beliefs, identities drawn by hand do
 * not, as with the rule that looks at whole trees. The way told is a shortest one.
 */
export function driverRefusal(
  document: ModelDocument,
  { fromId, toId }: { fromId: RecordId; toId: RecordId },
): DriverRefusal | null {
  if (fromId === toId) return { code: 'itself' };
  const to = recordOf(document, 'metric', toId);
  if (to && partsOf(document, to).some(({ id }) => id === fromId)) return { code: 'in-formula' };
  const { driver } = indexModel(document).byKind;
  if (driver.some((one) => one.fromId === fromId && one.toId === toId)) return { code: 'drawn' };
  const way = wayBetween(moversOf(document), fromId, toId);
  return way === null ? null : { code: 'circle', through: way.reverse() };
}

/** For every metric what moves it. */
function moversOf(document: ModelDocument): ReadonlyMap<RecordId, readonly RecordId[]> {
  const { metric, driver } = indexModel(document).byKind;
  const movers = new Map(metric.map((one) => [one.id, partsOf(document, one).map(({ id }) => id)]));
  for (const { fromId, toId, driver: kind, identity } of driver)
    if (toId !== null && !(kind === 'component' && identity)) movers.get(toId)?.push(fromId);
  return movers;
}

/** The metrics strictly between two, following what moves what; null when there is no way. */
function wayBetween(
  movers: ReadonlyMap<RecordId, readonly RecordId[]>,
  start: RecordId,
  end: RecordId,
): RecordId[] | null {
  const cameFrom = new Map<RecordId, RecordId | null>([[start, null]]);
  for (const [at] of cameFrom) {
    if (at === end) {
      const way: RecordId[] = [];
      for (let back = cameFrom.get(end) ?? null; back !== null && back !== start; back = cameFrom.get(back) ?? null)
        way.push(back);
      return way.reverse();
    }
    for (const next of movers.get(at) ?? []) if (!cameFrom.has(next)) cameFrom.set(next, at);
  }
  return null;
}
