import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop, someSurroundings } from '../factories';
import { fingerprintMetric } from '../fingerprint-metric';
import { definitionsAgree } from './definitions-agree';

const elsewhere = (fingerprint: string, name = 'revenue', product = 'cdp-sales') =>
  someSurroundings({
    findDefinitions: (asked) => (asked === name ? [{ fingerprint, metrics: [{ product, ownerKey: 'sales' }] }] : []),
  });

test('the same name with another formula elsewhere is a warning that names the other', () => {
  expect(definitionsAgree(aShop(), elsewhere('other'))).toEqual([
    {
      code: 'definition-conflict',
      severity: 'warning',
      at: 'revenue',
      name: 'revenue',
      product: 'cdp-sales',
      ownerKey: 'sales',
      also: [],
      more: 0,
    },
  ]);
});

test('of a thousand who call something else the same, three of other formulas are named and the rest is counted', () => {
  const theirs = (formula: number) => ({
    fingerprint: `formula ${formula}`,
    metrics: Array.from({ length: 200 }, (_, at) => ({ product: `cdp-${formula}-${at}`, ownerKey: null })),
  });
  const many = someSurroundings({ findDefinitions: () => [0, 1, 2, 3, 4].map(theirs) });
  const told = definitionsAgree(aShop(), many).filter(({ at }) => at === 'revenue');
  expect(told).toMatchObject([{ product: 'cdp-0-0', also: ['cdp-1-0', 'cdp-2-0'], more: 997 }]);
});

test('the same formula under the same name is one definition', () => {
  expect(definitionsAgree(aShop(), elsewhere(fingerprintMetric(aShop(), 'revenue')))).toEqual([]);
});

test('another name, or the product itself, is no conflict', () => {
  expect(definitionsAgree(aShop(), elsewhere('other', 'bookings'))).toEqual([]);
  expect(definitionsAgree(aShop(), elsewhere('other', 'revenue', 'cdp-test'))).toEqual([]);
});

test('a net revenue there and a gross one here conflict', () => {
  const net = aShop(
    aMeasure({ entityId: 'order', name: 'amount', aggregation: 'sum', expression: 'amount', filter: 'not is_late' }),
  );
  const there = fingerprintMetric(net, 'revenue');
  expect(
    definitionsAgree(aShop(aMetric({ name: 'x', formula: { kind: 'derived', formula: '1' } })), elsewhere(there)),
  ).toHaveLength(1);
});
