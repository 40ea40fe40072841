import { canonicalJson } from '@/lib/base/canonical-json';
import { minutesOfClock } from '../clock-time';
import type { Requirement, RequirementValue } from '../plan';
import { asAsked } from './as-asked';
import { noticeDaysOf } from './ask-stability';
import { compareRows, rowKey } from './asked-row';

/** What was asked before, as far as a comparison needs it. */
export type RecordedRequirement = Pick<
  Requirement,
  'product' | 'target' | 'kind' | 'rule' | 'value' | 'dayOffset' | 'asked' | 'askedDayOffset'
>;

export type RequirementChange<Recorded extends RecordedRequirement = RecordedRequirement> =
  | { change: 'added'; now: Requirement }
  | { change: 'tightened' | 'relaxed' | 'unchanged'; now: Requirement; before: Recorded }
  | { change: 'withdrawn'; before: Recorded };

/**
 * The difference between what is required now and what was asked before, in the order of plans. Only tightened and added
 * ones ask anything new of anybody. A row filter that disappears while its entity is still needed is not withdrawn: all
 * rows are needed now, which is more. Compared is what is asked, whatever was agreed in its place.
 */
export function comparePlans<Recorded extends RecordedRequirement>(
  now: readonly Requirement[],
  before: readonly Recorded[],
): RequirementChange<Recorded>[] {
  const recorded = new Map(before.map((row) => [rowKey(row), row]));
  const changes: RequirementChange<Recorded>[] = now.map((row) => {
    const key = rowKey(row);
    const known = recorded.get(key);
    recorded.delete(key);
    return known
      ? { change: compareValues(askedOf(row), askedOf(known)), now: row, before: known }
      : { change: 'added', now: row };
  });
  for (const row of recorded.values()) changes.push({ change: 'withdrawn', before: row });
  return changes.sort((a, b) => compareRows('now' in a ? a.now : a.before, 'now' in b ? b.now : b.before));
}

function askedOf({ product, target, kind, rule, ...row }: RecordedRequirement): RecordedRequirement {
  const { value, dayOffset, asked, askedDayOffset } = row;
  return { product, target, kind, rule, ...asAsked({ value, dayOffset, asked, askedDayOffset }) };
}

/** Whether one value asks more than another of the same kind; where more and less cannot be told apart, it does. */
export function compareValues(
  now: RecordedRequirement,
  before: RecordedRequirement,
): 'tightened' | 'relaxed' | 'unchanged' {
  if (isSameValue(now.value, before.value) && (now.dayOffset ?? 0) === (before.dayOffset ?? 0)) return 'unchanged';
  switch (now.kind) {
    case 'freshness':
      return isLess(now.value, before.value) ? 'tightened' : 'relaxed';
    case 'deadline':
      return clockRank(now) < clockRank(before) ? 'tightened' : 'relaxed';
    case 'availability':
    case 'completeness':
      return isLess(before.value, now.value) ? 'tightened' : 'relaxed';
    case 'history':
      return before.value === 'all' || isLess(now.value, before.value) ? 'relaxed' : 'tightened';
    case 'stability':
      return noticeDaysOf(now.value) > noticeDaysOf(before.value) ? 'tightened' : 'relaxed';
    default:
      return 'tightened';
  }
}

function isSameValue(a: RequirementValue, b: RequirementValue): boolean {
  return a === b || canonicalJson(a) === canonicalJson(b);
}

function isLess(a: RequirementValue, b: RequirementValue): boolean {
  return typeof a === 'number' && typeof b === 'number' && a < b;
}

/** Minutes from the midnight of the stated day. */
function clockRank(row: Pick<Requirement, 'value' | 'dayOffset'>): number {
  return minutesOfClock(String(row.value)) + (row.dayOffset ?? 0) * 24 * 60;
}
