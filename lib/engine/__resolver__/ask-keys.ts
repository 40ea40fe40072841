import { recordsOf } from '@/lib/model/records';
import type { Expression } from '@/lib/sql/tree';
import type { Demand, NeededEntity } from './demand';
import { hopsUsed } from './find-uses';
import { type KindRow, type KindRows, kindRow, type Strength, together } from './kind-row';
import { entityOf, expressionOf, productOf, skipBelow } from './reads';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

/** Every needed entity is told by its grain, and no two of its rows by the same; what else must be unique is so all the way. */
export function askKeys(view: WorkspaceView, demand: Demand): KindRows {
  const rows = [...demand.entities.values()].flatMap((needed): KindRow[] => {
    const { product, name, grain } = needed.view;
    if (product === demand.consumer || grain.length === 0) return [];
    const facts = { product, target: name };
    return [
      kindRow({ ...facts, kind: 'grain', rule: null, value: { keys: grain } }),
      uniqueAt(product, name, grain, 'exact'),
    ];
  });
  return together([
    { rows: [...rows, ...askWished(view, demand)], skipped: [] },
    askStated(view, demand),
    askOneEnds(view, demand),
  ]);
}

/** Of an entity that nobody has, what one row of it is. */
function askWished(view: WorkspaceView, { wishes }: Demand): KindRow[] {
  return wishes.flatMap(({ by, place: { product, entity }, attribute }) =>
    attribute !== null || view.entities.has(`${product}.${entity}`) || by.view.grain.length === 0
      ? []
      : [kindRow({ product, target: entity, kind: 'grain', rule: null, value: { keys: by.view.grain } })],
  );
}

function uniqueAt(product: string, target: string, keys: readonly string[], strength: Strength): KindRow {
  const sorted = [...new Set(keys)].sort();
  return kindRow({
    product,
    target,
    kind: 'uniqueness',
    rule: sorted.join(', '),
    value: { keys: sorted, duplicates: 0 },
    strength,
  });
}

function askStated(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  return together(
    recordsOf(product.model, 'expectation').map(({ onId, rule }): KindRows => {
      const on = onId === null ? undefined : product.model.records[onId];
      if (rule.rule !== 'unique' || on === undefined) return { rows: [], skipped: [] };
      const entity = on.kind === 'attribute' ? nameOf(product, on.entityId) : on.kind === 'entity' ? on.name : '';
      // Of an entity without more words it is what one row of it is.
      const grain = view.entities.get(`${product.key}.${entity}`)?.grain ?? [];
      const named = rule.attributes?.map((id) => nameOf(product, id)) ?? grain;
      const key = on.kind === 'attribute' ? [on.name] : named;
      return leftMost(view, demand, `${product.key}.${entity}`, key);
    }),
  );
}

/** The "one" end of a used relationship. */
function askOneEnds(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  return together(hopsUsed(product).map(({ to, toKeys }) => leftMost(view, demand, `${product.key}.${to}`, toKeys)));
}

/**
 * Hop by hop through what is copied, or made of one column so that two values never become one. Past a filter it is more
 * than what is needed. Where rows are joined or grouped, the plan is not followed.
 */
function leftMost(view: WorkspaceView, demand: Demand, start: string, startKeys: readonly string[]): KindRows {
  const rows: KindRow[] = [];
  let at = start;
  let keys = startKeys;
  let strength: Strength = 'exact';
  for (;;) {
    const needed = demand.entities.get(at);
    if (!needed) return { rows, skipped: [] };
    const columns = keys.map((name) => onlyColumn(view, needed, expressionOf(needed, name)));
    const [input] = needed.live;
    const isFollowed = needed.live.length === 1 && needed.view.groupBy.length === 0 && !columns.includes(null);
    if (!isFollowed || !input) return { rows, skipped: skipBelow(demand, at, 'uniqueness', '') };
    if (input.isTable) return { rows, skipped: [] };
    if (needed.view.where !== null) strength = 'sufficient';
    keys = columns.flatMap((name) => name ?? []);
    at = input.ref;
    if (productOf(at) !== demand.consumer) rows.push(uniqueAt(productOf(at), entityOf(at), keys, strength));
  }
}

/** The one column that tells two values apart wherever they differ: renamed, turned round, moved by a whole number, put beside a text. */
function onlyColumn(view: WorkspaceView, needed: NeededEntity, tree: Expression | null): string | null {
  if (tree?.kind === 'column') return tree.name;
  if (tree?.kind === 'unary') return tree.operator === 'not' ? null : onlyColumn(view, needed, tree.operand);
  if (tree?.kind !== 'binary') return null;
  const [side, other] = tree.left.kind === 'literal' ? [tree.right, tree.left] : [tree.left, tree.right];
  const name = onlyColumn(view, needed, side);
  if (name === null || other.kind !== 'literal') return null;
  const [input] = needed.live;
  const type = input && typeAt(view, input.ref, name);
  if (tree.operator === '||') return type === 'string' && other.type === 'string' ? name : null;
  const isWhole = type === 'integer' && other.type === 'number' && /^\d+$/.test(other.value);
  if (!isWhole || tree.operator === '/' || tree.operator === '%') return null;
  return tree.operator === '*' && Number(other.value) === 0 ? null : name;
}

function typeAt(view: WorkspaceView, ref: string, name: string): string | undefined {
  const table = view.tables.get(ref)?.table;
  if (table) return table.columns.find((column) => column.name === name)?.type;
  const entity = view.entities.get(ref);
  const records = Object.values(view.products.get(productOf(ref))?.model.records ?? {});
  const found = records.find(
    (record) => record.kind === 'attribute' && record.entityId === entity?.record.id && record.name === name,
  );
  return found?.kind === 'attribute' ? found.type : undefined;
}
