import { expect, test } from 'vitest';
import { aDriver, aMetric, aShop } from '../factories';
import type { DriverRecord } from '../records';
import { driversEnd } from './drivers-end';

const half = aMetric({ name: 'half', formula: { kind: 'derived', formula: 'revenue / 2' } });
const metrics = [half, aMetric({ name: 'mood', formula: { kind: 'derived', formula: '1' } })];
const drive = (fromId: string, toId: string, given: Partial<DriverRecord> = {}) =>
  aDriver({ fromId, toId, driver: 'influence', ...given });

test('beliefs may point one way', () => {
  expect(driversEnd(aShop(...metrics, drive('mood', 'revenue'), drive('revenue', 'half')))).toEqual([]);
});

test('a loop of drivers is told at each of them', () => {
  const found = driversEnd(aShop(...metrics, drive('mood', 'revenue'), drive('revenue', 'mood')));
  expect(found.map(({ at }) => at)).toEqual(['mood>revenue', 'revenue>mood']);
  expect(found[0]).toMatchObject({ code: 'driver-cycle', severity: 'error', around: ['revenue', 'mood'] });
});

test('a driver against a formula closes a loop as well', () => {
  expect(driversEnd(aShop(...metrics, drive('half', 'revenue'))).map(({ at }) => at)).toEqual(['half>revenue']);
});

test('an identity drawn by hand is an equation and closes nothing', () => {
  expect(driversEnd(aShop(...metrics, drive('half', 'revenue', { driver: 'component', identity: true })))).toEqual([]);
  expect(driversEnd(aShop(...metrics, drive('half', 'revenue', { driver: 'component' })))).toHaveLength(1);
});

test('a cut leads to no metric and closes nothing', () => {
  expect(driversEnd(aShop(aDriver({ fromId: 'revenue', driver: 'segment', byId: 'order.status' })))).toEqual([]);
});
