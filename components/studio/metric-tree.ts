import { partsOf } from '@/lib/model/base-measures';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/** A link of the metric tree, from the metric that moves to the one it moves, or from a cut to the metric it takes apart. */
export type TreeLink = {
  /** A metric, or the driver that is a cut. */
  readonly from: RecordId;
  readonly to: RecordId;
  /** Part of a formula or an identity, a belief, or a cut. */
  readonly kind: 'component' | 'influence' | 'segment';
  readonly sign: 'plus' | 'minus' | null;
  /** Drawn by hand and always true. */
  readonly isIdentity: boolean;
  /** The record of what was drawn by hand; null for what a formula says. */
  readonly driverId: RecordId | null;
};
export type MetricTree = {
  readonly links: readonly TreeLink[];
  /** What metrics are cut by to be understood: the driver that says so, and the attribute. */
  readonly cuts: ReadonlyMap<RecordId, RecordId>;
  /** Metrics nothing moves and that move nothing. */
  readonly alone: readonly RecordId[];
};

/**
 * The metrics as a tree. What people drew comes first; links read from formulas join as long as they do not run the other
 * way: "revenue = customers × orders × value" and "value = revenue ÷ orders" are the same fact, and only one of them is
 * how people think of it.
 */
export function metricTree(document: ModelDocument): MetricTree {
  const { metric, driver } = indexModel(document).byKind;
  const links: TreeLink[] = [];
  const cuts = new Map<RecordId, RecordId>();
  const join = (link: TreeLink) => {
    if (link.from === link.to || leadsTo(links, link.to, link.from)) return;
    if (!links.some(({ from, to }) => from === link.from && to === link.to)) links.push(link);
  };
  for (const { id, fromId, toId, byId, driver: kind, sign, identity } of driver) {
    if (kind === 'segment') {
      if (byId === null || !recordOf(document, 'metric', fromId)) continue;
      cuts.set(id, byId);
      links.push({ from: id, to: fromId, kind, sign: null, isIdentity: false, driverId: id });
    } else if (toId !== null && recordOf(document, 'metric', fromId) && recordOf(document, 'metric', toId)) {
      join({ from: fromId, to: toId, kind, sign, isIdentity: identity, driverId: id });
    }
  }
  for (const parent of metric)
    for (const part of partsOf(document, parent))
      join({ from: part.id, to: parent.id, kind: 'component', sign: null, isIdentity: false, driverId: null });
  const linked = new Set(links.flatMap(({ from, to }) => [from, to]));
  return { links, cuts, alone: metric.flatMap(({ id }) => (linked.has(id) ? [] : [id])) };
}

/** True when a metric moves another, at any distance. */
function leadsTo(links: readonly TreeLink[], start: RecordId, end: RecordId): boolean {
  const reached = new Set([start]);
  for (const at of reached) {
    if (at === end) return true;
    for (const { from, to } of links) if (from === at) reached.add(to);
  }
  return false;
}
