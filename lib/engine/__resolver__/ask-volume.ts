import { recordsOf } from '@/lib/model/records';
import type { Expression } from '@/lib/sql/tree';
import { conditionsOf } from './conditions';
import type { Demand, NeededEntity } from './demand';
import { type KindRow, type KindRows, kindRow, together } from './kind-row';
import { copyOf, entityOf, fromOf, keepsEveryRow, productOf, skipBelow } from './reads';
import type { WorkspaceView } from './view';

type Bounds = { min?: number; max?: number; per?: string };

/** Row counts: stated ones carried while rows stay rows, and a band for every needed table of a source. */
export function askVolume(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const stated = recordsOf(product.model, 'expectation').map(({ onId, rule }): KindRows => {
    const on = onId === null ? undefined : product.model.records[onId];
    if (rule.rule !== 'volume' || on?.kind !== 'entity') return { rows: [], skipped: [] };
    const { min, max, per } = rule;
    const bounds = { ...(min === undefined ? {} : { min }), ...(max === undefined ? {} : { max }) };
    return carried(view, demand, `${product.key}.${on.name}`, per === undefined ? bounds : { ...bounds, per }, false);
  });
  return together([...stated, { rows: askBands(view, demand), skipped: [] }]);
}

/** "Every needed source entity that holds a table row by row is asked to stay between half and double." */
function askBands(view: WorkspaceView, demand: Demand): KindRow[] {
  return [...demand.entities.values()].flatMap((needed): KindRow[] => {
    const { product, name } = needed.view;
    if (view.products.get(product)?.alignment !== 'source') return [];
    const rows = fromOf(needed)?.isTable ? tableRowsOf(view, demand, needed) : null;
    if (rows === null) return [];
    const value = { min: Math.floor(rows / 2), max: rows * 2 };
    return [kindRow({ product, target: name, kind: 'volume', rule: null, value, isDefault: true, verdict: 'met' })];
  });
}

/** What the inventory counts, of an entity that is a table row by row; null of any other. */
function tableRowsOf(view: WorkspaceView, demand: Demand, needed: NeededEntity): number | null {
  const from = fromOf(needed);
  if (from === null || !keepsEveryRow(view, needed)) return null;
  if (from.isTable) return view.tables.get(from.ref)?.table.rows ?? null;
  const input = demand.entities.get(from.ref);
  return input ? tableRowsOf(view, demand, input) : null;
}

function carried(view: WorkspaceView, demand: Demand, key: string, bounds: Bounds, approximate: boolean): KindRows {
  const needed = demand.entities.get(key);
  const [wished] = needed?.view.record.derivation === null ? needed.wished : [];
  if (wished !== undefined) return { rows: [volumeAt(wished, bounds, approximate)], skipped: [] };
  const from = needed && fromOf(needed);
  if (!needed || !from || from.isTable) return { rows: [], skipped: [] };
  const share = keptShare(view, demand, needed);
  if (needed.live.length > 1 || needed.view.groupBy.length > 0 || share === null) {
    return { rows: [], skipped: skipBelow(demand, from.ref, 'volume', '') };
  }
  const { max, ...least } = bounds;
  const isThinned = needed.view.where !== null;
  const next: Bounds = {
    ...least,
    ...(least.min === undefined ? {} : { min: Math.ceil(least.min / share - 1e-9) }),
    ...(max === undefined || isThinned ? {} : { max }),
  };
  if (next.min === undefined && next.max === undefined) return { rows: [], skipped: [] };
  const isApproximate = approximate || isThinned;
  const own = productOf(from.ref) === demand.consumer ? [] : [volumeAt(from.ref, next, isApproximate)];
  return together([{ rows: own, skipped: [] }, carried(view, demand, from.ref, next, isApproximate)]);
}

function volumeAt(ref: string, value: Bounds, approximate: boolean): KindRow {
  const rule = value.per === undefined ? null : `per ${value.per}`;
  return kindRow({ product: productOf(ref), target: entityOf(ref), kind: 'volume', rule, value, approximate });
}

/** The share a filter keeps, where the inventory can tell; null where the resolver does not try. */
function keptShare(view: WorkspaceView, demand: Demand, needed: NeededEntity): number | null {
  const conditions = conditionsOf(needed.view.where);
  if (conditions.length === 0) return 1;
  const [only, second] = conditions;
  if (only === undefined || second !== undefined) return null;
  return shareOf(view, demand, needed, only);
}

function shareOf(view: WorkspaceView, demand: Demand, needed: NeededEntity, condition: Expression): number | null {
  if (condition.kind !== 'comparison' || condition.operator !== '=') return null;
  const { left, right } = condition;
  if (left.kind !== 'column' || right.kind !== 'literal' || right.type === 'null') return null;
  const distinct = distinctOf(view, demand, needed, left);
  return distinct === null || distinct === 0 ? null : 1 / distinct;
}

function distinctOf(
  view: WorkspaceView,
  demand: Demand,
  needed: NeededEntity,
  { qualifier, name }: { qualifier: string | null; name: string },
): number | null {
  const input = needed.live.find(({ as }) => as === qualifier);
  if (!input) return null;
  if (input.isTable)
    return view.tables.get(input.ref)?.table.columns.find((one) => one.name === name)?.distinct ?? null;
  const below = demand.entities.get(input.ref);
  const copy = below && tableRowsOf(view, demand, below) !== null ? copyOf(below, name) : null;
  if (!below || !copy) return null;
  return distinctOf(view, demand, below, { qualifier: copy.input.as, name: copy.name });
}
