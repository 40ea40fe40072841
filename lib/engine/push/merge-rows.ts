import { compareText } from '@/lib/base/compare-text';
import { once } from '@/lib/base/once';
import type { Demand } from '../demand/demand';
import type { Cause, RequirementValue } from '../plan';
import { type Asked, type AskedOf, askedByProduct } from './asked-by-product';
import { type AskedRow, causesOf, compareRows } from './asked-row';
import { BADNESS } from './badness';
import { mergeStructure, type NeededRow } from './merge-structure';
import { mergePlacements, mergeValidity } from './merge-validity';
import { RowGroups } from './row-groups';
import { rowOfShared, type SharedAsk } from './shared-ask';
import { strictest, strictestOf, strictRows } from './strictest';
import { uniqueCauses } from './unique-causes';

/** A requirement as all consumers together need it, not yet held against what is offered. */
export type MergedRow = Omit<AskedRow, 'because' | 'offered'> & {
  binding: string[];
  because: () => Cause[];
  /** Each need by itself, where not all of them read the same of the product. */
  needs?: readonly Pick<AskedRow, 'value' | 'offered' | 'because'>[];
};

/**
 * One row per (product, target, kind, rule), with the strictest value anybody needs and everybody's causes. `binding`
 * names the consumers whose own need is that strict; where a house rule alone is, nobody is bound. A row filter is the
 * union, and disappears as soon as one consumer needs every row. Each of the lists is what one consumer asks, in the order
 * of their keys, house rules last; a product of which the same was merged before is not merged again.
 */
export function mergeRows(lists: readonly Asked[], readersOfAll: (row: AskedRow) => number): MergedRow[] {
  const asked = new Map<string, AskedOf[]>();
  for (const list of lists)
    for (const [product, part] of askedByProduct(list)) {
      const own = asked.get(product);
      if (own) own.push(part);
      else asked.set(product, [part]);
    }
  return [...asked]
    .sort(([a], [b]) => compareText(a, b))
    .flatMap(([, own]) => mergedBefore(own, readersOfAll) ?? mergeAgain(own, readersOfAll));
}

/** What was merged of one product, with the answers it was told: how many read an entity of which rows are asked. */
type KeptMerge = {
  parts: readonly AskedOf[];
  readers: Map<AskedRow, number>;
  merged: readonly MergedRow[];
};

const MERGES_MAX = 4;
const kept = new WeakMap<AskedOf, KeptMerge[]>();

function mergedBefore(parts: readonly AskedOf[], readersOfAll: (row: AskedRow) => number): readonly MergedRow[] | null {
  const [first] = parts;
  const found = (first && kept.get(first))?.find(
    (one) =>
      one.parts.length === parts.length &&
      one.parts.every((part, at) => part === parts[at]) &&
      [...one.readers].every(([row, count]) => readersOfAll(row) === count),
  );
  return found?.merged ?? null;
}

function mergeAgain(parts: readonly AskedOf[], readersOfAll: (row: AskedRow) => number): readonly MergedRow[] {
  const readers = new Map<AskedRow, number>();
  const groups = new RowGroups();
  for (const { rows } of parts) for (const row of rows) groups.add(row);
  const merged: MergedRow[] = [];
  for (const { ask, others, demands } of sharedNeeds(parts)) {
    const group = groups.find(ask);
    if (group || others.length > 0) askOneByOne(groups, parts, [ask, ...others], group ?? []);
    else merged.push(mergedShared(ask, demands));
  }
  for (const needed of mergeStructure(parts)) {
    // What is asked of the same thing besides: gaps, and house rules about it.
    const group = groups.find(needed);
    if (group) group.unshift(...rowsBehind(needed));
    else merged.push(mergedStructure(needed));
  }
  for (const group of groups.all) {
    const [first] = group;
    if (!first) continue;
    if (first.kind === 'rows') {
      const count = readersOfAll(first);
      readers.set(first, count);
      if (new Set(group.map((row) => row.consumer)).size < count) continue;
    }
    merged.push(mergeGroup(first, group));
  }
  merged.sort(compareRows);
  const [first] = parts;
  if (first) kept.set(first, [{ parts, readers, merged }, ...(kept.get(first) ?? [])].slice(0, MERGES_MAX));
  return merged;
}

/** What is asked in the same words, with everybody who asks it; `others` come to the same requirement. */
type SharedNeed = { ask: SharedAsk; others: SharedAsk[]; demands: readonly Demand[] };

function sharedNeeds(parts: readonly AskedOf[]): Iterable<SharedNeed> {
  const byAsk = new Map<SharedAsk, Demand[]>();
  for (const { demand, shared } of parts)
    for (const ask of demand ? shared : []) {
      const demands = byAsk.get(ask);
      if (demands && demand) demands.push(demand);
      else if (demand) byAsk.set(ask, [demand]);
    }
  const needs = new Map<string, SharedNeed>();
  for (const [ask, demands] of byAsk) {
    const key = `${ask.target} ${ask.kind} ${ask.rule}`;
    const known = needs.get(key);
    if (known) known.others.push(ask);
    else needs.set(key, { ask, others: [], demands });
  }
  return needs.values();
}

/** Where somebody asks something else of the same thing, everybody asks in rows of his own, in the order of the consumers. */
function askOneByOne(
  groups: RowGroups,
  parts: readonly AskedOf[],
  asks: readonly SharedAsk[],
  group: AskedRow[],
): void {
  const stated = new Set(group);
  group.length = 0;
  for (const { demand, shared, rows } of parts) {
    const own = demand ? shared.filter((ask) => asks.includes(ask)) : [];
    const add = (isLast: boolean) => {
      for (const ask of own) if (demand && ask.isLast === isLast) groups.add(rowOfShared(ask, demand));
    };
    add(false);
    for (const row of rows) if (stated.has(row)) groups.add(row);
    add(true);
  }
}

function mergedShared(ask: SharedAsk, demands: readonly Demand[]): MergedRow {
  const { entity: _, isLast: __, isRepeated: ___, because, ...asked } = ask;
  return {
    ...asked,
    consumer: demands[0]?.consumer ?? null,
    value: ask.kind === 'validity' && demands.length > 1 ? mergeValidity(ask.value, ask.value, ask.target) : ask.value,
    binding: consumersOf(demands),
    because: once(() => uniqueCauses(demands.flatMap(because))),
  };
}

/** Written out, because there are most of these and each copy of an object costs. */
function mergedStructure({
  product,
  target,
  kind,
  rule,
  role,
  value,
  isGap,
  consumers,
  because,
}: NeededRow): MergedRow {
  return {
    consumer: consumers[0] ?? null,
    product,
    target,
    kind,
    rule,
    role,
    value,
    isGap: isGap ?? false,
    hard: false,
    approximate: false,
    binding: consumers,
    because: once(() => uniqueCauses(because())),
  };
}

/** One row for each who needs it; the first tells why for all of them. */
function rowsBehind({ consumers, because, ...row }: NeededRow): AskedRow[] {
  return consumers.map((consumer, at) => ({ ...row, consumer, because: at === 0 ? because : [] }));
}

function mergeGroup(first: AskedRow, group: readonly AskedRow[]): MergedRow {
  const value = strictestOf(group);
  const asStrict = group.every((row) => row.value === value) ? group : strictRows(group, value);
  // Two sets that neither holds the other bind both who stated them.
  const bound = asStrict.length > 0 ? asStrict : group;
  const judged = worstJudged(asStrict, group);
  const { asked: _, offered: __, placement: ___, ...won } = asStrict[0] ?? first;
  const placement = placementOf(asStrict[0] ?? first, group);
  return {
    ...won,
    ...askedOf(group, value),
    ...(group.some(({ offered }) => offered) ? { needs: group } : {}),
    ...(placement ? { placement } : {}),
    ...(judged ? { judged } : {}),
    value,
    role: group.some((row) => row.role === 'direct') ? 'direct' : first.role,
    isGap: group.some((row) => row.isGap),
    hard: group.some((row) => row.hard),
    approximate: asStrict.some((row) => row.approximate),
    binding: consumersOf(bound),
    because: once(() => uniqueCauses(group.flatMap(causesIn), asStrict === group ? [] : asStrict.flatMap(causesIn))),
  };
}

function causesIn({ because }: AskedRow): readonly Cause[] {
  return causesOf(because);
}

/** Rules about values say what all of them come to; a key that anybody needs of all rows is needed of all rows. */
function placementOf(won: AskedRow, group: readonly AskedRow[]): AskedRow['placement'] {
  if (won.kind === 'validity') return mergePlacements(group.flatMap(({ placement }) => placement ?? []));
  const isKey = won.kind === 'uniqueness' || won.kind === 'relationship';
  return isKey && group.some(({ placement }) => placement === undefined) ? undefined : won.placement;
}

function worstJudged(asStrict: readonly AskedRow[], group: readonly AskedRow[]): AskedRow['judged'] {
  if (group.every((row) => row.judged === undefined)) return undefined;
  const judged = [...asStrict, ...group].flatMap((row) => row.judged ?? []);
  return judged.sort((a, b) => BADNESS[b.verdict] - BADNESS[a.verdict])[0];
}

/** Each once, sorted. Most come sorted: consumers are planned in the order of their keys. */
function consumersOf(rows: readonly { consumer: string | null }[]): string[] {
  const found: string[] = [];
  let isSorted = true;
  for (const { consumer } of rows) {
    const last = found.at(-1);
    if (consumer === null || consumer === last) continue;
    if (last !== undefined && consumer < last) isSorted = false;
    found.push(consumer);
  }
  return isSorted ? found : [...new Set(found)].sort(compareText);
}

/** What all of them would ask had nobody agreed on less; nothing where that is what they ask anyway. */
function askedOf(group: readonly AskedRow[], value: RequirementValue): Pick<AskedRow, 'asked'> {
  if (group.every((row) => row.asked === undefined)) return {};
  const [first, ...others] = group.map((row) => ({ ...row, value: row.asked ?? row.value }));
  if (!first) return {};
  for (const other of others) first.value = strictest(first, other);
  const asked = first.value;
  return asked === value ? {} : { asked };
}
