import { recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { childrenOf } from '@/lib/sql/walk';
import type { Demand, NeededEntity } from './demand';
import { type KindRow, type KindRows, kindRow, together } from './kind-row';
import { entityOf, expressionOf, keepsEveryRow, productOf, skipBelow } from './reads';
import type { WorkspaceView } from './view';
import { nameOf } from './ways';

type Need = { budget: number; rule: string; approximate: boolean | null };

/** Completeness of values, stated of an attribute: the budget is split over what an expression names, hop by hop. */
export function askValues(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const parts = recordsOf(product.model, 'expectation').map(({ onId, rule }): KindRows => {
    const on = onId === null ? undefined : product.model.records[onId];
    if (rule.rule !== 'completeness' || rule.of !== 'values' || on?.kind !== 'attribute')
      return { rows: [], skipped: [] };
    const entity = `${product.key}.${nameOf(product, on.entityId)}`;
    if (rule.when !== undefined) return { rows: [], skipped: skipBelow(demand, entity, 'completeness', 'values:') };
    const weight = rule.weight === undefined ? '' : ` by ${nameOf(product, rule.weight)}`;
    const need = { budget: 1 - rule.min, rule: `values${weight}`, approximate: weight === '' ? false : null };
    return carried(view, demand, entity, on.name, need);
  });
  return together(parts);
}

/** Budgets of one value reached along several ways stay apart here; the strictest is what is asked in the end. */
function carried(view: WorkspaceView, demand: Demand, key: string, name: string, need: Need): KindRows {
  const needed = demand.entities.get(key);
  if (needed?.view.attributes.get(name) === null) return carriedByWish(view, demand, needed, name, need);
  const tree = needed ? expressionOf(needed, name) : null;
  if (!needed || tree === null) return { rows: [], skipped: [] };
  const holders = holdersOf(tree, needed);
  if (holders === 'open') return { rows: [], skipped: skipBelow(demand, key, 'completeness', need.rule) };
  const isSameRow = keepsEveryRow(view, needed) && !leavesGaps(tree);
  const parts = holders.flatMap((column): KindRows[] => {
    const input = needed.live.find(({ as }) => as === column.qualifier);
    if (!input || input.isTable) return [];
    const isApproximate = need.approximate === null ? null : need.approximate || !isSameRow || input.join !== 'from';
    const budget = need.budget / holders.length;
    const next: Need = { ...need, budget, approximate: isApproximate };
    const own: KindRow[] =
      productOf(input.ref) === demand.consumer
        ? []
        : [
            kindRow({
              product: productOf(input.ref),
              target: `${entityOf(input.ref)}.${column.name}`,
              kind: 'completeness',
              rule: need.rule,
              value: 1 - budget,
              approximate: isApproximate,
            }),
          ];
    return [{ rows: own, skipped: [] }, carried(view, demand, input.ref, column.name, next)];
  });
  return together(parts);
}

/** "How many of them may be missing is asked under the name of the wish", and on of what meets it. */
function carriedByWish(view: WorkspaceView, demand: Demand, by: NeededEntity, name: string, need: Need): KindRows {
  const parts = demand.wishes
    .filter((wish) => wish.by === by && wish.attribute === name)
    .map(({ place: { product, entity } }): KindRows => {
      const facts = { product, target: `${entity}.${name}`, kind: 'completeness', rule: need.rule };
      const row = kindRow({ ...facts, value: 1 - need.budget, approximate: need.approximate });
      return together([{ rows: [row], skipped: [] }, carried(view, demand, `${product}.${entity}`, name, need)]);
    });
  return together(parts);
}

/** Written so that it may be empty for a row that has everything. */
function leavesGaps(tree: Expression): boolean {
  const isBare = tree.kind === 'literal' && tree.type === 'null';
  const isOpen = tree.kind === 'case' && tree.otherwise === null;
  const isTried = (tree.kind === 'cast' && tree.safe) || (tree.kind === 'call' && tree.name === 'nullif');
  const isDivided =
    tree.kind === 'binary' &&
    ['/', '%'].includes(tree.operator) &&
    !(tree.right.kind === 'literal' && Math.abs(Number(tree.right.value)) > 0);
  return isBare || isOpen || isTried || isDivided || childrenOf(tree).some(leavesGaps);
}

type Named = { qualifier: string | null; name: string };

/** What must be there for a value to be; none where it always is. Open: the text does not say which choice is asked. */
function holdersOf(tree: Expression, needed: NeededEntity): readonly Named[] | 'open' {
  if (tree.kind === 'call' && tree.name === 'coalesce') {
    const choices = tree.arguments.map((choice) => holdersOf(choice, needed));
    if (choices.some((choice) => choice.length === 0)) return [];
    const spelled = new Set(tree.arguments.map((choice) => printExpression(choice)));
    const [first] = choices;
    return spelled.size === 1 && first !== undefined ? first : 'open';
  }
  if (tree.kind === 'aggregate') return tree.name === 'count' ? [] : columnsOf(tree);
  if (tree.kind === 'case') {
    // A condition need not be known: then the value is that of another arm. Without `else` nobody can tell.
    const results = [...tree.arms.map(({ result }) => result), ...(tree.otherwise ? [tree.otherwise] : [])];
    const holders = results.map((result) => holdersOf(result, needed));
    if (tree.otherwise === null || holders.includes('open')) return 'open';
    return onceEach(holders);
  }
  if (childrenOf(tree).some((child) => holds(child, 'coalesce') || holds(child, 'count'))) {
    return columnsOf(tree).length === 0 ? [] : 'open';
  }
  if (tree.kind === 'literal' && tree.type === 'null') return 'open';
  if (tree.kind === 'column') return [tree];
  const parts = childrenOf(tree).map((child) => holdersOf(child, needed));
  return parts.includes('open') ? 'open' : onceEach(parts);
}

function onceEach(parts: readonly (readonly Named[] | 'open')[]): Named[] {
  const named = parts.flatMap((list) => (list === 'open' ? [] : list));
  return [...new Map(named.map((column) => [`${column.qualifier}.${column.name}`, column])).values()];
}

function holds(tree: Expression, name: string): boolean {
  return (
    ((tree.kind === 'call' || tree.kind === 'aggregate') && tree.name === name) ||
    childrenOf(tree).some((child) => holds(child, name))
  );
}

/** Rows by weight are split as plain rows are; where the weight no longer stands beside them is left to the plan. */
export function askWeighedRows(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const rows = recordsOf(product.model, 'expectation').flatMap(({ onId, rule }): KindRow[] => {
    const on = onId === null ? undefined : product.model.records[onId];
    if (rule.rule !== 'completeness' || rule.of === 'values' || rule.weight === undefined) return [];
    if (on?.kind !== 'attribute' && on?.kind !== 'entity') return [];
    const entity = on.kind === 'attribute' ? nameOf(product, on.entityId) : on.name;
    return split(demand, `${product.key}.${entity}`, 1 - rule.min, `rows by ${nameOf(product, rule.weight)}`);
  });
  return { rows, skipped: [] };
}

function split(demand: Demand, key: string, budget: number, rule: string): KindRow[] {
  const { live = [], wished = [], view } = demand.entities.get(key) ?? {};
  const bound = live.filter(({ isTable, join }) => !isTable && join !== 'left').map(({ ref }) => ref);
  // A wish for an entity is read row by row.
  const counted = view?.record.derivation === null ? [...bound, ...wished] : bound;
  return counted.flatMap((ref) => {
    const each = budget / counted.length;
    const facts = { product: productOf(ref), target: entityOf(ref), kind: 'completeness', rule, value: 1 - each };
    return [...(facts.product === demand.consumer ? [] : [kindRow(facts)]), ...split(demand, ref, each, rule)];
  });
}
