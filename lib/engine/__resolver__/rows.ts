import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import { allOf, anyOf, conditionsOf, failsOnNull, type RowFilter } from './conditions';
import type { Demand, NeededEntity } from './demand';
import type { InputView } from './view';

/** The rows of an entity or a table one consumer needs, in its own names; null for all. Asks everything below it first. */
export function rowsOf(demand: Demand, ref: string): RowFilter {
  const uses: RowFilter[] = demand.uses
    .filter(({ entity }) => `${demand.consumer}.${entity}` === ref)
    .map(({ rows }) => rows);
  for (const below of demand.entities.values()) {
    const reading = below.live.filter((input) => input.ref === ref);
    if (reading.length === 0) continue;
    const conditions = conditionsBelow(below, rowsOf(demand, below.view.key));
    uses.push(...reading.map((input) => pushed(conditions, input)));
  }
  return anyOf(uses);
}

/** What an entity's rows must satisfy, over its inputs: its own `where`, and what is asked of it where that may move. */
function conditionsBelow({ view }: NeededEntity, asked: RowFilter): Expression[] {
  const { groupBy, attributes } = view;
  const moved = whatIsSaid(asked, (condition) => {
    const names = columnsOf(condition).map(({ name }) => name);
    const isMovable = groupBy.length === 0 || names.every((name) => groupBy.includes(name));
    const rewritten = spelledOut(condition, attributes);
    return isMovable && rewritten !== null && !hasAggregate(rewritten) ? rewritten : null;
  });
  return [...conditionsOf(view.where), ...conditionsOf(moved)];
}

/** Of a filter, what holds wherever it does and can be said with the conditions that may be told. */
function whatIsSaid(filter: RowFilter, tell: (condition: Expression) => RowFilter): RowFilter {
  if (filter?.kind === 'and') return allOf(filter.operands.flatMap((part) => whatIsSaid(part, tell) ?? []));
  if (filter?.kind === 'or') return anyOf(filter.operands.map((part) => whatIsSaid(part, tell)));
  return filter && tell(filter);
}

/** Bare names are replaced by what they are computed from; null where one is a wish. */
export function spelledOut(tree: Expression, attributes: Map<string, Expression | null>): Expression | null {
  let isWhole = true;
  const spelled = mapColumns(tree, (column) => {
    if (column.qualifier !== null) return undefined;
    const expression = attributes.get(column.name) ?? null;
    const deeper = expression && spelledOut(expression, attributes);
    if (!deeper) isWhole = false;
    return deeper ?? undefined;
  });
  return isWhole ? spelled : null;
}

/**
 * The conditions over one input alone, "pushed through inner joins and the kept side of outer joins"; an outer join
 * whose other side must not be null is an inner one.
 */
function pushed(conditions: Expression[], input: InputView): RowFilter {
  const isOfInput = (column: { qualifier: string | null }) => column.qualifier === input.as;
  const own = conditions.flatMap((condition) => {
    const said = whatIsSaid(condition, (part) => {
      const columns = columnsOf(part);
      return columns.length > 0 && columns.every(isOfInput) ? part : null;
    });
    return conditionsOf(said);
  });
  if (input.join === 'left' && !own.some((condition) => failsOnNull(condition, isOfInput))) return null;
  return allOf(own.map((tree) => mapColumns(tree, (column) => ({ ...column, qualifier: null }))));
}
