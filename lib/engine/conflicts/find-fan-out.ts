import { groupDigits } from '@/lib/base/group-digits';
import { joinWords } from '@/lib/base/join-words';
import { columnsOf } from '@/lib/sql/columns';
import { conjunctsOf } from '@/lib/sql/rewrite';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledEntity, CompiledInput, Lineage } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import { offersUnique } from '../push/ask-keys';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { doWithout } from './do-without';
import { metricsBehind } from './metrics-behind';
import { needsBehind } from './needs-behind';
import { ownedBy } from './owned-by';

/**
 * A join that may find several rows for one, in an entity whose key the row it came from has alone: every row that is found
 * has that key again, whether or not it told those rows apart before. Certain where statistics show that the joined key
 * repeats; where nothing is known of the key it is a warning.
 */
export function findFanOut(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  return demand.demand.order.flatMap(({ ref, entity, liveInputs }): FoundConflict[] => {
    if (!entity || !mayRepeat(entity)) return [];
    const repeated = repeatedInputs(lineage, entity);
    if (repeated.size === 0) return [];
    return liveInputs.flatMap(({ input, causes }): FoundConflict[] => {
      const found = repeated.get(input);
      if (!found) return [];
      const { joined, right } = found;
      const what = names.target(entity.product, entity.name);
      const other = labelOf(facts, input);
      const how = describeLookUp(other, input, joined);
      const grain = joinWords(
        entity.grain.map((name) => names.target(entity.product, `${entity.name}.${name}`).split(' › ').at(-1) ?? name),
      );
      const isCertain = right.rows !== null && right.distinct !== null;
      const words = isCertain
        ? `${what} in ${names.product(entity.product)} has one row per ${grain}, but it ${how}, and ${groupDigits(right.rows ?? 0)} rows of that hold only ${groupDigits(right.distinct ?? 0)} different ones.`
        : `${what} in ${names.product(entity.product)} has one row per ${grain}, but it ${how}, and nothing says that there is only one.`;
      return [
        {
          code: 'fan-out',
          consumer: demand.consumer.key,
          at: entity.product,
          target: `${entity.name}.${input.alias}`,
          ...(isCertain ? {} : { severity: 'warning' }),
          products: [entity.product],
          path: [ref, input.ref],
          numbers: { joined, rows: right.rows, distinct: right.distinct },
          words: `${words} What is added up would count twice. ${ownedBy(names, entity.product)}`,
          propose: () => doWithout(facts, metricsBehind(demand.demand, causes), needsBehind(demand.demand, causes)),
        },
      ];
    });
  });
}

/** Most joins are on a whole key, which is seen without looking further. */
function mayRepeat({ derivation }: CompiledEntity): boolean {
  return derivation?.inputs.some(({ join, pinsGrain }) => join !== 'from' && !pinsGrain) ?? false;
}

/** The inputs of which several rows may be found for one, where the entity's key says nothing of which. */
const repeatedInputs = keepWhileSame((lineage, entity: CompiledEntity) => {
  const found = new Map<CompiledInput, { joined: string[]; right: Repeats }>();
  const [from, ...joins] = entity.derivation?.inputs ?? [];
  if (!from || !isKeyedBy(entity, from)) return found;
  for (const input of joins) {
    const joined = joinedKey(entity, input);
    const right = input.pinsGrain ? null : repeats(lineage, input, joined);
    if (right && !right.isUnique) found.set(input, { joined, right });
  }
  return found;
});

/** Is the entity's grain made of its first input alone, row by row? */
function isKeyedBy(entity: CompiledEntity, from: CompiledInput): boolean {
  if (entity.grain.length === 0 || (entity.derivation?.groupBy.length ?? 0) > 0) return false;
  return entity.grain.every((name) => {
    const tree = overInputs(entity, name);
    return tree !== null && columnsOf(tree).every(({ qualifier }) => qualifier === from.alias);
  });
}

/** The columns of the joined side that the condition, or the filter behind it, sets equal to something else. */
function joinedKey({ derivation }: CompiledEntity, { alias, on }: CompiledInput): string[] {
  const where = derivation?.where ?? null;
  const conditions = [on, where].flatMap((condition) => (condition === null ? [] : conjunctsOf(condition)));
  const equal = conditions.flatMap((conjunct) => {
    if (conjunct.kind !== 'comparison' || conjunct.operator !== '=') return [];
    const sides = [conjunct.left, conjunct.right];
    const own = sides.find((side) => side.kind === 'column' && side.qualifier === alias);
    const other = sides.find((side) => side !== own);
    // A bare name is a field of the entity itself, which may come from the joined side.
    const isOther =
      other !== undefined && columnsOf(other).every(({ qualifier }) => qualifier !== alias && qualifier !== null);
    return own?.kind === 'column' && isOther ? [own.name] : [];
  });
  return [...new Set(equal)].sort();
}

/** A function of a key or a choice of keys may find several rows, however unique the keys are. */
function describeLookUp(other: string, { alias, on }: CompiledInput, joined: readonly string[]): string {
  if (joined.length > 0) return `looks up ${other} by ${joined.join(' and ')}`;
  const named = (on === null ? [] : columnsOf(on)).flatMap(({ qualifier, name }) =>
    qualifier === alias ? [name] : [],
  );
  const names = [...new Set(named)].sort();
  return names.length === 0 ? `takes every row of ${other}` : `looks up ${other} by a condition on ${joinWords(names)}`;
}

type Repeats = { isUnique: boolean; rows: number | null; distinct: number | null };

function repeats(lineage: Lineage, input: CompiledInput, key: readonly string[]): Repeats {
  const unknown = { isUnique: false, rows: null, distinct: null };
  if (key.length === 0) return unknown;
  if (input.kind === 'entity') {
    const entity = lineage.entity(input.ref);
    return entity && offersUnique(lineage, entity, key) === 'yes' ? { ...unknown, isUnique: true } : unknown;
  }
  const table = lineage.table(input.ref)?.table;
  if (!table) return unknown;
  if (table.key.length > 0 && table.key.every((name) => key.includes(name))) return { ...unknown, isUnique: true };
  const [only] = key;
  const column = key.length === 1 ? table.columns.find(({ name }) => name === only) : undefined;
  if (!column || column.distinct === null) return unknown;
  const rows = table.rows - column.nulls;
  return { isUnique: column.distinct >= rows, rows, distinct: column.distinct };
}

function labelOf({ names }: OwnFacts, { kind, ref }: CompiledInput): string {
  const dot = ref.indexOf('.');
  return kind === 'table' ? ref : names.target(ref.slice(0, dot), ref.slice(dot + 1));
}
