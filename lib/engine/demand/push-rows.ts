import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { andPredicates, orPredicates } from '@/lib/sql/predicate';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledDerivation, CompiledEntity } from '../lineage/lineage';
import { substituteInputs, withoutAlias } from '../placement/substitute';
import type { Demand } from './demand';
import { rejectsNulls } from './null-rejecting';
import { isReadable } from './predicate-size';

/**
 * Which rows are needed of every entity and table: null is all of them. A filter is carried on conjunct by conjunct, by
 * substituting the mapping expressions; one that speaks about a single input reaches that input, through inner joins and
 * on the kept side of left joins (a left join whose right side must not be null is an inner one), and below a grouping only when it is on the group keys. What cannot be carried is
 * dropped, which asks for more rows and never for fewer. Several readers need the union of what each needs.
 */
export type RowsNeeded = ReadonlyMap<string, Expression | null>;

export function pushRows(demand: Demand, used: ReadonlyMap<string, Expression | null>): RowsNeeded {
  const needed = new Map<string, Expression | null>();
  for (const [entity, predicate] of used) needed.set(`${demand.consumer}.${entity}`, predicate);
  const add = (ref: string, predicate: Expression | null) => {
    const before = needed.get(ref);
    const union = before === undefined ? predicate : orPredicates([before, predicate]);
    needed.set(ref, union !== null && isReadable(union) ? union : null);
  };
  for (const ref of demand.order) {
    const { entity, liveInputs = [] } = demand.entities.get(ref) ?? {};
    if (!entity?.derivation) {
      for (const { input } of liveInputs) add(input.ref, null);
      continue;
    }
    const carried = carriedConjuncts(entity, entity.derivation, needed.get(ref) ?? null);
    for (const { input } of liveInputs) {
      const spoken = carried.filter((conjunct) => speaksOnlyOf(conjunct, input.alias));
      // A filter that no missing row can pass makes an inner join of a left one.
      const own = input.join !== 'left' || spoken.some(rejectsNulls) ? spoken : [];
      add(input.ref, own.length === 0 ? null : andPredicates(own.map(withoutAlias)));
    }
  }
  return needed;
}

/** The conjuncts that hold for the input rows, over the input aliases. */
function carriedConjuncts(
  entity: CompiledEntity,
  derivation: CompiledDerivation,
  rows: Expression | null,
): Expression[] {
  const groupKeys = new Set(derivation.groupBy);
  const demanded = (rows === null ? [] : conjunctsOf(rows)).flatMap((conjunct): Expression[] => {
    const names = columnsOf(conjunct).map((column) => column.name);
    if (derivation.groupBy.length > 0 && !names.every((name) => groupKeys.has(name))) return [];
    const { tree } = substituteInputs(entity, conjunct);
    return tree !== null && !hasAggregate(tree) ? [tree] : [];
  });
  return [...(derivation.where === null ? [] : conjunctsOf(derivation.where)), ...demanded];
}

function speaksOnlyOf(conjunct: Expression, alias: string): boolean {
  const columns = columnsOf(conjunct);
  return columns.length > 0 && columns.every((column) => column.qualifier === alias);
}
