import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { HouseRule } from '@/lib/model/rule';
import { minutesOfClock, toClock } from '../clock-time';
import { roundOff } from '../round-off';
import { zoneShift } from '../zone-shift';
import type { OfferedToHouse } from './offered-to-house';

/** What a rule wants and what there is, where that is known and less; of a time in another zone only where that is as far away every day. */
export function tellUnmet(
  offered: OfferedToHouse,
  rule: HouseRule,
  snapshot: WorkspaceSnapshot,
): { wanted: string; is: string } | null {
  switch (rule.rule) {
    case 'owner':
      return offered.owner === null ? { wanted: 'owned by somebody', is: 'nobody owns it' } : null;
    case 'freshness': {
      const age = offered.ageMinutes();
      if (age === null || age <= rule.maxMinutes) return null;
      return {
        wanted: `at most ${describeMinutes(rule.maxMinutes)} old`,
        is: `as offered it is ${describeMinutes(age)} old`,
      };
    }
    case 'deadline': {
      const ready = offered.readyMinutes();
      const by = minutesOfClock(rule.at) + (rule.dayOffset ?? 0) * 1440;
      const shift = zoneShift(snapshot, rule.timezone ?? null);
      if (ready === null || shift === null || ready + shift <= by) return null;
      const there = rule.timezone === undefined ? '' : ` in ${rule.timezone}`;
      return {
        wanted: `ready by ${describeClock(by)}${there}`,
        is: `as offered it is ready by ${describeClock(ready + shift)}${there}`,
      };
    }
    case 'availability': {
      const share = offered.availability();
      if (share === null || roundOff(share - rule.min) >= 0) return null;
      return {
        wanted: `available ${describeShare(rule.min)} of the time`,
        is: `as offered it is available ${describeShare(share)}`,
      };
    }
    case 'completeness': {
      const share = (rule.of ?? 'rows') === 'rows' ? offered.completeness() : null;
      if (share === null || roundOff(share - rule.min) >= 0) return null;
      return {
        wanted: `complete in ${describeShare(rule.min)} of its rows`,
        is: `as offered it is complete in ${describeShare(share)}`,
      };
    }
    case 'history': {
      const days = offered.historyDays();
      if (days === null || days >= rule.days) return null;
      return { wanted: `kept for ${describeDays(rule.days)}`, is: `as offered it is kept for ${describeDays(days)}` };
    }
    case 'reconcile':
      return {
        wanted: `to have “${rule.left}” and “${rule.right}” agree within ${describeShare(rule.within)}`,
        is: 'that is asked of nobody, because only a model knows which numbers are meant: state it in the one that has both',
      };
    default:
      return null;
  }
}

function describeClock(minutes: number): string {
  const { at, dayOffset } = toClock(minutes);
  if (dayOffset === 0) return at;
  if (Math.abs(dayOffset) === 1) return `${at} the day ${dayOffset < 0 ? 'before' : 'after'}`;
  return `${at} ${Math.abs(dayOffset)} days ${dayOffset < 0 ? 'before' : 'after'}`;
}
