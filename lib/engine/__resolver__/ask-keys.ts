import { recordsOf } from '@/lib/model/records';
import type { Demand } from './demand';
import { hopsUsed } from './find-uses';
import { type KindRow, type KindRows, kindRow, type Skipped, together } from './kind-row';
import { copyOf, entityOf, isProjection, productOf, skipBelow } from './reads';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

/** Every needed entity is told by its grain, and no two of its rows by the same; what else must be unique is so all the way. */
export function askKeys(view: WorkspaceView, demand: Demand): KindRows {
  const rows = [...demand.entities.values()].flatMap((needed): KindRow[] => {
    const { product, name, grain } = needed.view;
    if (product === demand.consumer || grain.length === 0) return [];
    const facts = { product, target: name };
    return [kindRow({ ...facts, kind: 'grain', rule: null, value: { keys: grain } }), uniqueAt(product, name, grain)];
  });
  return together([{ rows, skipped: [] }, askStated(view, demand), askOneEnds(view, demand)]);
}

function uniqueAt(product: string, target: string, keys: readonly string[]): KindRow {
  const sorted = [...keys].sort();
  return kindRow({
    product,
    target,
    kind: 'uniqueness',
    rule: sorted.join(', '),
    value: { keys: sorted, duplicates: 0 },
  });
}

function askStated(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  return together(
    recordsOf(product.model, 'expectation').map(({ onId, rule }): KindRows => {
      const on = onId === null ? undefined : product.model.records[onId];
      if (rule.rule !== 'unique' || on === undefined) return { rows: [], skipped: [] };
      const key = on.kind === 'attribute' ? [on.name] : (rule.attributes ?? []).map((id) => nameOf(product, id));
      const entity = on.kind === 'attribute' ? nameOf(product, on.entityId) : on.kind === 'entity' ? on.name : '';
      return leftMost(demand, `${product.key}.${entity}`, key);
    }),
  );
}

/** The "one" end of a used relationship. */
function askOneEnds(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const skipped = hopsUsed(product).flatMap(({ to }): Skipped[] =>
    skipBelow(demand, `${product.key}.${to}`, 'uniqueness', ''),
  );
  return { rows: [], skipped };
}

/** Hop by hop through projections; where a key is computed, or rows are filtered, joined or grouped, the plan is not followed. */
function leftMost(demand: Demand, start: string, startKeys: readonly string[]): KindRows {
  const rows: KindRow[] = [];
  let at = start;
  let keys = startKeys;
  for (;;) {
    const needed = demand.entities.get(at);
    if (!needed) return { rows, skipped: [] };
    const copies = keys.map((name) => copyOf(needed, name));
    const inputs = [...new Set(copies.map((copy) => copy?.input ?? null))];
    const [input] = inputs;
    const isFollowed = isProjection(needed) && inputs.length === 1 && input !== undefined && input !== null;
    if (!isFollowed) return { rows, skipped: skipBelow(demand, at, 'uniqueness', '') };
    if (input.isTable) return { rows, skipped: [] };
    keys = copies.flatMap((copy) => copy?.name ?? []);
    at = input.ref;
    if (productOf(at) !== demand.consumer) rows.push(uniqueAt(productOf(at), entityOf(at), keys));
  }
}
