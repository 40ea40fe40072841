import { describe, expect, test } from 'vitest';
import { historyDays, longerHistory, longestMonths, lookbackDays, offsetDays } from './history-days';

describe('history', () => {
  test('the sums that were checked by brute force come out', () => {
    const year = offsetDays({ months: 12 }, 'month');
    expect(historyDays(365, 0, 'month')).toBe(395);
    expect(historyDays(1, offsetDays({ months: 12 }, 'year'), 'year')).toBe(732);
    expect(historyDays(365, year, 'month')).toBe(762);
    expect(historyDays(365, year + Number(lookbackDays({ window: { days: 28 }, toDate: null })), 'month')).toBe(789);
  });

  test('a window without a stated period needs itself, and nothing stated needs nothing', () => {
    expect(historyDays(null, Number(lookbackDays({ window: { days: 180 }, toDate: null })), 'day')).toBe(180);
    expect(historyDays(null, 0, 'month')).toBeNull();
  });

  test('all of time beats any number of days', () => {
    expect(historyDays(30, lookbackDays({ window: { all: true }, toDate: null }), 'day')).toBe('all');
    expect(longerHistory(5000, 'all')).toBe('all');
    expect(longerHistory(null, 12)).toBe(12);
  });

  test('months are as long as they can be', () => {
    for (const months of [1, 2, 3, 7, 11, 12, 13, 25, 48]) {
      let longest = 0;
      for (let start = 0; start < 48; start++)
        longest = Math.max(longest, (Date.UTC(2000, start + months, 1) - Date.UTC(2000, start, 1)) / 86_400_000);
      expect(longestMonths(months)).toBeGreaterThanOrEqual(longest);
      expect(longestMonths(months)).toBeLessThanOrEqual(longest + 1);
    }
  });
});
