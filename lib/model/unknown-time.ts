import { isTimeZone } from '@/lib/base/time-zone';
import { type ExpectationRule, PERIODS } from './rule';

/** The time zone a rule is due in, or the period it counts by, that does not exist; null where all is well. */
export function unknownTimeIn(rule: ExpectationRule): { zone: string } | { period: string } | null {
  const zone = rule.rule === 'deadline' ? rule.timezone : undefined;
  if (zone !== undefined && !isTimeZone(zone)) return { zone };
  const period = rule.rule === 'volume' || rule.rule === 'reconcile' ? rule.per : undefined;
  return period === undefined || PERIODS.some((known) => known === period) ? null : { period };
}
