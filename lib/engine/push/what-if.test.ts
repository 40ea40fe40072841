import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { PlanChange } from '../plan';
import { comparePlansUnder, type WhatIf } from './what-if';

const CASA_VERDE = readSample();

test('a slower schedule breaks by name who stands on it, and says where the minutes go', () => {
  const told = whatIf({ schedules: [{ product: 'agg-order-economics', everyMinutes: 1440, takesMinutes: 30 }] });
  expect(told.effects.map(({ consumer, worse }) => [consumer, worse.length > 0])).toEqual([
    ['cdp-category', true],
    ['cdp-retention', true],
  ]);
  expect(told.missingMinutes).toBeGreaterThan(0);
  expect(told.spending.map(({ product }) => product)).toContain('agg-order-economics');
  expect(told.room.map(({ product }) => product)).not.toContain('agg-order-economics');
});

test('a looser promise within the room harms nobody', () => {
  const told = whatIf({ schedules: [], promises: [{ product: 'src-sellers', promises: { freshnessMinutes: 300 } }] });
  expect(told.effects.flatMap(({ worse, appear }) => [...worse, ...appear])).toEqual([]);
  expect(told.comparison).toEqual([]);
});

test('a dropped use case withdraws what it alone asked, and the other keeps all of its own', () => {
  const told = whatIf({ schedules: [], drop: { consumers: ['cdp-category'] } });
  const [category, retention] = told.effects;
  expect(category?.asks.withdrawn).toBeGreaterThan(0);
  expect(retention?.worse).toEqual([]);
  expect(told.comparison.some(({ change }) => change === 'added' || change === 'tightened')).toBe(false);
});

test('a copy instead of a view: what must be up no longer counts, what it costs in minutes does', () => {
  const told = whatIf({
    schedules: [],
    builds: [{ product: 'cdp-retention', build: { mode: 'scheduled', everyMinutes: 60, takesMinutes: 10 } }],
  });
  const retention = told.effects.find(({ consumer }) => consumer === 'cdp-retention');
  expect(retention?.age).toEqual({ before: 820, after: 890 });
  const gone = told.comparison.filter(({ change }) => change === 'withdrawn' || change === 'relaxed');
  expect(gone.some((one) => (one.change === 'withdrawn' ? one.before : one.now).kind === 'availability')).toBe(true);
});

test('a house rule that is taken back takes its conflicts along', () => {
  const short = { key: 'thirty-six-months', applies: {}, requires: [{ rule: 'history-max' as const, days: 100 }] };
  const told = whatIf({ schedules: [], policies: { drop: [], put: [short] } });
  const codes = told.effects.flatMap(({ appear }) => appear.map(({ code }) => code));
  expect(codes).toContain('history-max');
});

test('no change changes nothing', () => {
  const told = whatIf({ schedules: [] });
  expect(told.after).toEqual(told.before);
  expect(told.comparison).toEqual([]);
});

function whatIf(change: PlanChange): WhatIf {
  const told = comparePlansUnder(CASA_VERDE, ['cdp-retention', 'cdp-category'], change);
  if (!told.ok) throw new Error(JSON.stringify(told.error));
  return told.value;
}

function readSample(): WorkspaceSnapshot {
  const read = readWorkspace(readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}
