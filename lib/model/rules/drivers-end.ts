import { partsOf } from '../base-measures';
import { findCycles } from '../find-cycles';
import type { Issue } from '../issue';
import { indexModel } from '../model-index';
import type { DriverRecord, ModelDocument } from '../records';

/**
 * A metric tree is read from its leaves to its root, so nothing may drive itself, formulas counted in. An identity drawn
 * by hand (revenue = customers × orders × value) states an equation and not a direction, and is excepted. Told at every
 * driver of the loop, because any of them may be the one to remove; a loop of formulas alone has its own rule.
 */
export function driversEnd(document: ModelDocument): Issue[] {
  const { metric, driver } = indexModel(document).byKind;
  const drawn = driver.filter((record) => record.toId !== null && !isIdentity(record));
  const graph = new Map(metric.map((record) => [record.id, partsOf(document, record).map((part) => part.id)]));
  for (const { fromId, toId } of drawn) if (toId !== null) graph.get(toId)?.push(fromId);
  return findCycles(graph).flatMap((around) =>
    drawn
      .filter(({ fromId, toId }) => toId !== null && around.includes(fromId) && around.includes(toId))
      .map((record): Issue => ({ code: 'driver-cycle', severity: 'error', at: record.id, around })),
  );
}

function isIdentity({ driver, identity }: DriverRecord): boolean {
  return driver === 'component' && identity;
}
