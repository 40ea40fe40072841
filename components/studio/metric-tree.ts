import { partsOf } from '@/lib/model/base-measures';
import { indexModel, recordOf } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';

/** A link of the metric tree, from the metric that moves to the one it moves. */
export type TreeLink = {
  readonly from: RecordId;
  readonly to: RecordId;
  /** Read from a formula, or drawn as a belief. */
  readonly kind: 'component' | 'influence';
  readonly sign: 'plus' | 'minus' | null;
  readonly isIdentity: boolean;
};
export type MetricTree = {
  /** Columns from what is wanted, left, to what moves it. */
  readonly columns: readonly (readonly RecordId[])[];
  readonly links: readonly TreeLink[];
  /** What each metric is cut by to be understood. */
  readonly cuts: ReadonlyMap<RecordId, readonly RecordId[]>;
};

/**
 * The metrics as a tree: what a formula is made of stands right of it, and so does what is believed to drive it. A loop,
 * which the rules speak about, ends where it was entered.
 */
export function metricTree(document: ModelDocument): MetricTree {
  const { metric, driver } = indexModel(document).byKind;
  const links: TreeLink[] = [];
  const cuts = new Map<RecordId, RecordId[]>();
  for (const parent of metric)
    for (const part of partsOf(document, parent))
      links.push({ from: part.id, to: parent.id, kind: 'component', sign: null, isIdentity: false });
  for (const { fromId, toId, byId, driver: kind, sign, identity } of driver) {
    if (kind === 'segment') {
      if (byId !== null) cuts.set(fromId, [...(cuts.get(fromId) ?? []), byId]);
    } else if (recordOf(document, 'metric', fromId) && recordOf(document, 'metric', toId) && toId !== null) {
      const isThere = links.some((link) => link.from === fromId && link.to === toId);
      if (!isThere)
        links.push({
          from: fromId,
          to: toId,
          kind: kind === 'component' ? 'component' : 'influence',
          sign,
          isIdentity: identity,
        });
    }
  }
  return {
    columns: columnsOf(
      metric.map(({ id }) => id),
      links,
    ),
    links,
    cuts,
  };
}

function columnsOf(ids: readonly RecordId[], links: readonly TreeLink[]): RecordId[][] {
  const parents = new Map<RecordId, RecordId[]>();
  for (const { from, to } of links) if (from !== to) parents.set(from, [...(parents.get(from) ?? []), to]);
  const depths = new Map<RecordId, number>();
  const depthOf = (id: RecordId, above: ReadonlySet<RecordId>): number => {
    const known = depths.get(id);
    if (known !== undefined) return known;
    const inside = new Set(above).add(id);
    const over = (parents.get(id) ?? []).filter((parent) => !inside.has(parent));
    const depth = over.length === 0 ? 0 : 1 + Math.max(...over.map((parent) => depthOf(parent, inside)));
    depths.set(id, depth);
    return depth;
  };
  const columns: RecordId[][] = [];
  for (const id of ids) {
    const depth = depthOf(id, new Set());
    for (let at = columns.length; at <= depth; at++) columns.push([]);
    columns[depth]?.push(id);
  }
  return columns.map((column, depth) =>
    depth === 0 ? column : sortByParents(column, columns[depth - 1] ?? [], parents),
  );
}

/** Beside their parents, so that lines cross as little as they can without a search. */
function sortByParents(
  column: readonly RecordId[],
  before: readonly RecordId[],
  parents: ReadonlyMap<RecordId, readonly RecordId[]>,
): RecordId[] {
  const placeOf = (id: RecordId) => {
    const places = (parents.get(id) ?? []).map((parent) => before.indexOf(parent)).filter((place) => place >= 0);
    return places.length === 0 ? before.length : places.reduce((sum, place) => sum + place, 0) / places.length;
  };
  return [...column].sort((a, b) => placeOf(a) - placeOf(b));
}
