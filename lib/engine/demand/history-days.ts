import type { ChangeOffset, CumulativeWindow, TimeGrain } from '@/lib/model/records';

/**
 * History adds up from three parts, in days: what is shown, what the first shown grain needs to be complete, and what
 * windows and offsets reach back beyond it. Leaving the second out shows an understated first month in silence.
 * The sums were checked against brute force over 1,500 dates: 365 days monthly = 395, compared with twelve months
 * before = 762, with a trailing 28 days on top = 789.
 */
const COMPLETION: Record<TimeGrain, number> = { day: 0, week: 6, month: 30, quarter: 91, year: 365 };
const TO_DATE = { month: 30, quarter: 91, year: 365 } as const;

/** The longest that n consecutive calendar months can be. */
const MONTHS_LONGEST = [0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337];

/** Days that this many calendar months span at the most: 12 are 366. */
export function longestMonths(months: number): number {
  const years = Math.floor(months / 12);
  const leapDays = Math.ceil(years / 4);
  return years * 365 + leapDays + (MONTHS_LONGEST[months % 12] ?? 0);
}

/** Days a cumulative metric reaches back beyond its first shown day; "all" when every row ever counts. */
export function lookbackDays(cumulative: {
  window: CumulativeWindow | null;
  toDate: 'month' | 'quarter' | 'year' | null;
}): number | 'all' {
  if (cumulative.toDate !== null) return TO_DATE[cumulative.toDate];
  const { window } = cumulative;
  if (window === null || 'all' in window) return 'all';
  return ('days' in window ? window.days : longestMonths(window.months)) - 1;
}

/** Days a comparison reaches back; one more where weeks and months are shown, which an offset does not meet at their edge. */
export function offsetDays(offset: ChangeOffset, grain: TimeGrain): number {
  const days = 'days' in offset ? offset.days : longestMonths('months' in offset ? offset.months : offset.years * 12);
  return grain === 'week' || grain === 'month' ? days + 1 : days;
}

/**
 * Days of history a metric needs kept, or null when nothing asks for any. Where no shown period is stated, a window
 * still shows one day: a trailing 180 days are 180 days.
 */
export function historyDays(
  statedDays: number | null,
  lookback: number | 'all',
  grain: TimeGrain,
): number | 'all' | null {
  if (lookback === 'all') return 'all';
  if (statedDays === null && lookback === 0) return null;
  return (statedDays ?? 1) + COMPLETION[grain] + lookback;
}

/** The longer of two needs; null is no need and "all" beats any number. */
export function longerHistory(a: number | 'all' | null, b: number | 'all' | null): number | 'all' | null {
  if (a === null) return b;
  if (b === null) return a;
  return a === 'all' || b === 'all' ? 'all' : Math.max(a, b);
}
