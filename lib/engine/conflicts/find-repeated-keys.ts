import { groupDigits } from '@/lib/base/group-digits';
import { joinWords } from '@/lib/base/join-words';
import { offersUnique } from '../push/ask-keys';
import { type AskedRow, causesOf } from '../push/asked-row';
import { rowOfShared } from '../push/shared-ask';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { ownedBy } from './owned-by';
import { takeNeedsBack } from './take-needs-back';
import { traceColumn } from './trace-column';

/**
 * A key that must be unique and that the source's own count says repeats. Where a line of the consumer's model stands on
 * it, it is the line that is wrong (each order has not one customer); else it is the grain.
 */
export function findRepeatedKeys(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const { key } = demand.consumer;
  const lines: FoundConflict[] = [];
  const grains: FoundConflict[] = [];
  for (const row of askedOfKeys(facts)) {
    if (row.kind !== 'uniqueness' && row.kind !== 'relationship') continue;
    // The count is of all rows, and only some of them are needed.
    if (row.placement) continue;
    const entity = row.target === null ? null : lineage.entity(`${row.product}.${row.target}`);
    const keys = keysOf(row);
    const [only] = keys;
    if (!entity || only === undefined || offersUnique(lineage, entity, keys) !== 'no') continue;
    const traced = traceColumn(lineage, entity, only);
    if (!traced || traced.column.distinct === null) continue;
    const { rows } = traced.table;
    const { nulls, distinct } = traced.column;
    const labels = joinWords(
      keys.map((one) => names.target(row.product, `${row.target}.${one}`).split(' › ').at(-1) ?? one),
    );
    const many = row.kind === 'relationship' ? fromOf(row) : null;
    const isLine = many?.startsWith(`${key}.`) === true;
    const what = names.target(row.product, row.target ?? '');
    const needs =
      isLine && many !== null
        ? `Each ${names.target(key, many.slice(key.length + 1))} is looked up in one ${what} by ${labels}`
        : `No two rows of ${what} may share ${labels}`;
    (isLine ? lines : grains).push({
      code: isLine ? 'cardinality' : 'statistics',
      consumer: key,
      at: row.product,
      target: `${row.target}.${keys.join(',')}`,
      products: [row.product],
      path: causesOf(row.because)[0]?.path ?? [],
      numbers: { rows, nulls, distinct, keys },
      words: `${needs}, but ${groupDigits(rows - nulls)} rows of ${names.product(row.product)} hold only ${groupDigits(distinct)} different ones. Whatever is added up over it would count twice. ${ownedBy(names, row.product)}`,
      propose: () => giveUpKey(facts, row, keys),
    });
  }
  const told = new Set(lines.map(({ at, target }) => `${at} ${target}`));
  return [...lines, ...grains.filter(({ at, target }) => !told.has(`${at} ${target}`))];
}

/** In the order of the sweep; of what everybody asks only what the source's count speaks against. */
function askedOfKeys({ demand, shared, asked }: OwnFacts): AskedRow[] {
  const repeated = shared.filter(({ isRepeated }) => isRepeated);
  return [...repeated.map((ask) => rowOfShared(ask, demand.demand)), ...asked];
}

function keysOf({ value }: AskedRow): string[] {
  return value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.map(String) : [];
}

function fromOf({ value }: AskedRow): string | null {
  return value !== null && typeof value === 'object' && typeof value.from === 'string' ? value.from : null;
}

/** Without what needs the key for any reason, be it grain, line or rule: giving up one reason leaves the others. */
function giveUpKey(facts: OwnFacts, { product, target }: AskedRow, keys: readonly string[]): Proposal[] {
  const isSame = (row: AskedRow) =>
    row.product === product && row.target === target && keysOf(row).join() === keys.join();
  const asking = askedOfKeys(facts).filter(
    (row) => (row.kind === 'uniqueness' || row.kind === 'relationship') && isSame(row),
  );
  const causes = asking.flatMap(({ because }) => causesOf(because));
  const needs = takeNeedsBack(facts, causes);
  const metrics = loseMetrics(
    facts,
    causes.flatMap(({ metric }) => metric ?? []),
  );
  return [...needs, ...metrics, ...bothOf(needs, metrics)];
}

function bothOf([needs]: readonly Proposal[], [metrics]: readonly Proposal[]): Proposal[] {
  if (!needs || !metrics) return [];
  return [
    {
      words: `${needs.words} ${metrics.words}`,
      change: { ...needs.change, ...metrics.change, schedules: [] },
      loses: [...(needs.loses ?? []), ...(metrics.loses ?? [])],
    },
  ];
}
