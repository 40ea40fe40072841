import { expect, test } from 'vitest';
import { LAST_STOP, minutesAtStop, stopOfMinutes } from './freshness-scale';

test('every stop is found again by its age', () => {
  for (let stop = 0; stop <= LAST_STOP; stop++) expect(stopOfMinutes(minutesAtStop(stop))).toBe(stop);
});

test('an age between stops goes to the nearer one, and beyond the ends to the ends', () => {
  expect(minutesAtStop(stopOfMinutes(1500))).toBe(1440);
  expect(minutesAtStop(stopOfMinutes(0))).toBe(1);
  expect(minutesAtStop(stopOfMinutes(1_000_000))).toBe(10_080);
});
