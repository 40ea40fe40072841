import type { Proposal } from './conflict-facts';
import { describeValues } from './describe-values';
import type { Wish } from './wishes-of';

/** Bounds of values or of rows that leave room for all who state some; null where two do not, or nothing would be bounded. */
export function widerBounds(wishes: readonly Wish[]): Proposal | null {
  const bounds = wishes.flatMap(({ rule }) => (rule.rule === 'range' || rule.rule === 'volume' ? [rule] : []));
  if (wishes.length < 2 || bounds.length < wishes.length) return null;
  const least = widest(
    bounds.map(({ min }) => min),
    Math.min,
  );
  const most = widest(
    bounds.map(({ max }) => max),
    Math.max,
  );
  if (least === undefined && most === undefined) return null;
  const room = { ...(least === undefined ? {} : { min: least }), ...(most === undefined ? {} : { max: most }) };
  const needs = wishes.flatMap(({ consumer, expectation, rule }) => {
    if (rule.rule !== 'range' && rule.rule !== 'volume') return [];
    const { min: _, max: __, ...kept } = rule;
    return [{ consumer, expectation, rule: { ...kept, ...room } }];
  });
  return { words: `Let everybody who needs it allow ${describeValues(room)}.`, change: { schedules: [], needs } };
}

/** Undefined where one of them has no such bound, or bounds what is no number. */
function widest(bounds: readonly unknown[], pick: (...numbers: number[]) => number): number | undefined {
  const numbers = bounds.filter((bound) => typeof bound === 'number');
  return numbers.length < bounds.length ? undefined : pick(...numbers);
}
