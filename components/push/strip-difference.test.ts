import { expect, test } from 'vitest';
import type { Strip } from '@/lib/api/preview';
import { stripDifference } from './strip-difference';

const BEFORE: Strip = {
  teams: [],
  totals: { covered: 68, needsMore: 0, nobody: 1 },
  bytes: { needed: 33, estate: 100, share: 0.33 },
  conflicts: [],
  freshness: { maxMinutes: 1440, agreedMinutes: null, feasible: true, isMet: true, words: '', conflicts: [] },
};

test('a change is told by the numbers it moves, what cannot be had first, and whether that is better', () => {
  const after: Strip = {
    ...BEFORE,
    totals: { covered: 64, needsMore: 4, nobody: 1 },
    bytes: { ...BEFORE.bytes, share: 0.37 },
    freshness: {
      ...BEFORE.freshness,
      feasible: false,
      conflicts: [{ at: 'agg', words: '', products: [], repairs: [] }],
    },
  };
  expect(stripDifference(BEFORE, after)).toEqual([
    { words: 'cannot be had', before: '0', after: '1', isBetter: false },
    { words: 'need more', before: '0', after: '4', isBetter: false },
    { words: 'covered', before: '68', after: '64', isBetter: false },
    { words: 'of the bytes', before: '33 %', after: '37 %', isBetter: false },
  ]);
  expect(stripDifference(after, BEFORE).every(({ isBetter }) => isBetter)).toBe(true);
});

test('what changes nothing has no difference', () => {
  expect(stripDifference(BEFORE, { ...BEFORE, teams: [] })).toEqual([]);
});
