import { expect, test } from 'vitest';
import { anExpectation, aShop } from '../factories';
import type { ExpectationRule } from '../rule';
import { periodsAndZonesExist } from './periods-and-zones-exist';

const codes = (rule: ExpectationRule) =>
  periodsAndZonesExist(aShop(anExpectation({ onId: null, rule }))).map(({ code }) => code);

test('a deadline is due in a zone that exists, or in that of the workspace', () => {
  expect(codes({ rule: 'deadline', at: '06:00' })).toEqual([]);
  expect(codes({ rule: 'deadline', at: '06:00', timezone: 'America/New_York' })).toEqual([]);
  expect(codes({ rule: 'deadline', at: '06:00', timezone: 'Mars/Base' })).toEqual(['no-such-time-zone']);
});

test('rows and differences are counted per hour, day, week, month, quarter or year', () => {
  expect(codes({ rule: 'volume', min: 1, per: 'quarter' })).toEqual([]);
  expect(codes({ rule: 'volume', min: 1, per: 'fortnight' })).toEqual(['no-such-period']);
  expect(codes({ rule: 'reconcile', left: 'a', right: 'b', within: 0, per: 'day' })).toEqual([]);
  expect(codes({ rule: 'reconcile', left: 'a', right: 'b', within: 0, per: 'moon' })).toEqual(['no-such-period']);
});
