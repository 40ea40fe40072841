import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import { andPredicates, orPredicates, printPredicate } from '@/lib/sql/predicate';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';
import type { CompiledDerivation, CompiledEntity, CompiledInput } from '../lineage/lineage';
import { substituteInputs, withoutAlias } from '../placement/substitute';
import type { Demand } from './demand';
import { rejectsNulls } from './null-rejecting';
import { isReadable } from './predicate-size';
import { weaken } from './weaken';

/**
 * Which rows are needed of every entity and table: null is all of them. A filter is carried on condition by condition, by
 * substituting the mapping expressions; what it says of a single input reaches that input, through inner joins and on the
 * kept side of left joins (a left join whose right side must not be null is an inner one), and below a grouping only what
 * is on the group keys. What cannot be carried is weakened away, which asks for more rows and never for fewer. Several
 * readers need the union of what each needs.
 */
export type RowsNeeded = ReadonlyMap<string, Expression | null>;

export function pushRows(demand: Demand, used: ReadonlyMap<string, Expression | null>): RowsNeeded {
  const needed = new Map<string, Expression | null>();
  for (const [entity, predicate] of used) needed.set(`${demand.consumer}.${entity}`, predicate);
  const add = (ref: string, predicate: Expression | null) => {
    const before = needed.get(ref);
    if (before === predicate || before === null) return;
    const union = before === undefined ? predicate : orPredicates([before, predicate]);
    needed.set(ref, union !== null && isReadable(union) ? union : null);
  };
  for (const { ref, entity, liveInputs } of demand.order) {
    if (!entity?.derivation) {
      for (const { input } of liveInputs) add(input.ref, null);
      continue;
    }
    const carried = carriedTo(entity, entity.derivation, needed.get(ref) ?? null);
    for (const { input } of liveInputs) add(input.ref, carried.get(input) ?? null);
  }
  return needed;
}

type Carried = ReadonlyMap<CompiledInput, Expression | null>;

/** By the text of what is needed of the entity: most consumers need all rows, or ask for the same ones in the same words. */
const known = new WeakMap<CompiledEntity, Map<string, Carried>>();

/** Filters are typed letter by letter, and each letter is another filter. */
const KNOWN_MAX = 64;

/** What is needed of each input, when these rows of the entity are; the very same for the same filter. */
function carriedTo(entity: CompiledEntity, derivation: CompiledDerivation, rows: Expression | null): Carried {
  const texts = known.get(entity) ?? new Map<string, Carried>();
  known.set(entity, texts);
  const text = printPredicate(rows) ?? '';
  const before = texts.get(text);
  if (before) return before;
  if (texts.size >= KNOWN_MAX) texts.clear();
  const conjuncts = carriedConjuncts(entity, derivation, rows);
  const made = new Map(
    derivation.inputs.map((input): [CompiledInput, Expression | null] => {
      const spoken = conjuncts.flatMap(
        (conjunct) => weaken(conjunct, (one) => (speaksOnlyOf(one, input.alias) ? one : null)) ?? [],
      );
      // A filter that no missing row can pass makes an inner join of a left one.
      const own = input.join !== 'left' || spoken.some(rejectsNulls) ? spoken : [];
      return [input, own.length === 0 ? null : andPredicates(own.map(withoutAlias))];
    }),
  );
  texts.set(text, made);
  return made;
}

/** The conjuncts that hold for the input rows, over the input aliases. */
function carriedConjuncts(
  entity: CompiledEntity,
  derivation: CompiledDerivation,
  rows: Expression | null,
): Expression[] {
  const groupKeys = new Set(derivation.groupBy);
  const demanded =
    rows &&
    weaken(rows, (condition) => {
      const names = columnsOf(condition).map((column) => column.name);
      if (derivation.groupBy.length > 0 && !names.every((name) => groupKeys.has(name))) return null;
      const { tree } = substituteInputs(entity, condition);
      return tree !== null && !hasAggregate(tree) ? tree : null;
    });
  return [derivation.where, demanded].flatMap((tree) => (tree === null ? [] : conjunctsOf(tree)));
}

function speaksOnlyOf(conjunct: Expression, alias: string): boolean {
  const columns = columnsOf(conjunct);
  return columns.length > 0 && columns.every((column) => column.qualifier === alias);
}
