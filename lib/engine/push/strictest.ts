import { canonicalJson } from '@/lib/base/canonical-json';
import { parseExpression } from '@/lib/sql/parse';
import { orPredicates, printPredicate } from '@/lib/sql/predicate';
import { longerHistory } from '../demand/history-days';
import type { RequirementValue } from '../plan';
import { unionOfFormats } from './ask-delivery';
import { strictestTreatment } from './ask-privacy';
import { withinOf } from './ask-reconciliation';
import { readReference } from './ask-reference';
import { longerNotice } from './ask-stability';
import { readBand, tightestBand } from './ask-volume';
import type { AskedRow } from './asked-row';
import { mergeValidity } from './merge-validity';

/** The least or the most anybody needs, by what is less or more of its kind; the rows are one requirement's. */
export function strictestOf(group: readonly AskedRow[]): RequirementValue {
  switch (group[0]?.kind) {
    case 'freshness':
    case 'deadline':
      return group.reduce((least, { value }) => Math.min(least, Number(value)), Number.POSITIVE_INFINITY);
    case 'availability':
    case 'completeness':
      return group.reduce((most, { value }) => Math.max(most, Number(value)), Number.NEGATIVE_INFINITY);
    default:
      return strictestOfAny(group);
  }
}

function strictestOfAny(group: readonly AskedRow[]): RequirementValue {
  const isStated = (row: AskedRow) => row.kind !== 'volume' || row.isDefault !== true;
  const [first, ...others] = onePerValue(group);
  if (!first) return null;
  let won = { ...first };
  for (const other of others) {
    const value = strictest(won, other);
    if (!isStated(won)) won = { ...other };
    won.value = value;
  }
  return won.value;
}

/** Those whose own need the value is. Structure and filters bind everybody who needs them; a number whose own it is. */
export function strictRows(group: readonly AskedRow[], value: RequirementValue): readonly AskedRow[] {
  const answers = new Map<RequirementValue, boolean>();
  return group.filter((row) => {
    const known = answers.get(row.value) ?? isSame(row.kind, row.value, value);
    answers.set(row.value, known);
    return known;
  });
}

/**
 * What is asked twice in the same words is not stricter for it; where a default gives way to what is stated, all count. A
 * check that several share is written as merged checks are, whether they share it or each made their own.
 */
function onePerValue(group: readonly AskedRow[]): readonly AskedRow[] {
  const [first, second] = group;
  if (!first || first.kind === 'volume') return group;
  if (group.every(({ value }) => value === first.value))
    return first.kind === 'validity' && second ? [first, second] : [first];
  return [...new Map([...group].reverse().map((row) => [row.value, row])).values()].reverse();
}

/** The stricter of two needs of one requirement, which may be neither's own: the union of two filters, of two formats. */
export function strictest(one: AskedRow, other: AskedRow): RequirementValue {
  const [a, b] = [one.value, other.value];
  switch (one.kind) {
    case 'history':
      return longerHistory(days(a), days(b));
    case 'rows':
      return printPredicate(orPredicates([tree(a), tree(b)]));
    case 'reference':
      return readReference(one).maxOrphans <= readReference(other).maxOrphans ? a : b;
    case 'volume':
      return tightestBand(one, other);
    case 'reconciliation':
      return withinOf(a) <= withinOf(b) ? a : b;
    case 'delivery':
      return unionOfFormats(a, b);
    case 'privacy':
      return strictestTreatment(a, b);
    case 'grain':
      return keysIn(a) >= keysIn(b) ? a : b;
    case 'stability':
      return longerNotice(a, b);
    case 'validity':
      return mergeValidity(a, b, one.target);
    default:
      return a;
  }
}

function isSame(kind: AskedRow['kind'], own: RequirementValue, merged: RequirementValue): boolean {
  if (own === merged) return true;
  if (['grain', 'reference', 'reconciliation', 'stability', 'validity'].includes(kind))
    return canonicalJson(own) === canonicalJson(merged);
  if (kind === 'volume') {
    const [ours, wanted] = [readBand(own), readBand(merged)];
    const isEnd = (one: number | undefined, other: number | undefined) => one !== undefined && one === other;
    return isEnd(ours.min, wanted.min) || isEnd(ours.max, wanted.max);
  }
  return typeof merged === 'number' || kind === 'history' ? own === merged : true;
}

/** The finest: what is told apart by more. */
function keysIn(value: RequirementValue): number {
  return value !== null && typeof value === 'object' && Array.isArray(value.keys) ? value.keys.length : 0;
}

function days(value: RequirementValue): number | 'all' | null {
  return typeof value === 'number' || value === 'all' ? value : null;
}

function tree(value: RequirementValue) {
  const parsed = typeof value === 'string' ? parseExpression(value) : null;
  return parsed?.ok ? parsed.value : null;
}
