import { expect, test } from 'vitest';
import { aDriver, aShop } from '../factories';
import type { DriverRecord } from '../records';
import { driversAreFinished } from './drivers-are-finished';

const parts = (given: Partial<DriverRecord>) =>
  driversAreFinished(aShop(aDriver({ fromId: 'revenue', driver: 'influence', ...given }))).map(
    (issue) => issue.code === 'driver-unfinished' && issue.part,
  );

test('a driver leads to a metric, a cut to an attribute', () => {
  expect(parts({ toId: 'revenue' })).toEqual([]);
  expect(parts({ toId: null })).toEqual(['driven metric']);
  expect(parts({ driver: 'segment', byId: 'customer.state' })).toEqual([]);
  expect(parts({ driver: 'segment', toId: 'revenue' })).toEqual(['cut']);
});
