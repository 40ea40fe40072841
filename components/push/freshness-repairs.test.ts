import { expect, test } from 'vitest';
import type { Repair } from '@/lib/engine/plan';
import { repairsOf } from './freshness-repairs';

const faster: Repair = {
  words: 'Run both every 30 min',
  change: { schedules: [{ product: 'agg-a', everyMinutes: 30, takesMinutes: 10 }] },
  effect: { freshness: {}, tighten: [] },
};
const less: Repair = {
  words: 'Ask for at most 13 h 40',
  change: { schedules: [], freshness: { consumer: 'cdp', maxMinutes: 820 } },
  effect: { freshness: {}, tighten: [] },
};
const conflict = (at: string, repairs: Repair[]) => ({ at, words: at, products: [], repairs });

test('one repair that helps in four places is offered once', () => {
  const repairs = repairsOf([
    conflict('a', [faster, less]),
    conflict('b', [{ ...faster, words: 'the same' }]),
    conflict('c', []),
  ]);
  expect(repairs).toEqual([faster, less]);
});
