import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint';

test('the same value has the same fingerprint, in any order of keys', () => {
  expect(fingerprint({ a: 1, b: [true, null] })).toBe(fingerprint({ b: [true, null], a: 1 }));
});

test('a fingerprint never changes between releases: stored ones must still match', () => {
  expect(fingerprint({ grain: ['order_id'], name: 'order' })).toBe('c0e4a592696f1b9fa99c2d49c940cc64');
});

test('different values have different fingerprints', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
      const same = JSON.stringify(a) === JSON.stringify(b);
      if (!same && fingerprint(a) === fingerprint(b)) expect(a).toEqual(b);
    }),
  );
});
