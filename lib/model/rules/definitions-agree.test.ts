import { expect, test } from 'vitest';
import { aMeasure, aMetric, aShop, someSurroundings } from '../factories';
import { fingerprintMetric } from '../fingerprint-metric';
import { definitionsAgree } from './definitions-agree';

const elsewhere = (fingerprint: string, name = 'revenue', product = 'cdp-sales') =>
  someSurroundings({
    findMetrics: (asked) => (asked === name ? [{ product, name, fingerprint, ownerKey: 'sales' }] : []),
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
    },
  ]);
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
