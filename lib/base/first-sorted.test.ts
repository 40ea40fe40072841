import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstSorted } from './first-sorted';

test('the first so many are those that sorting everything puts first, equal ones in their order', () => {
  const items = fc.array(fc.record({ by: fc.nat(8), name: fc.string() }), { maxLength: 60 });
  fc.assert(
    fc.property(items, fc.nat(20), (list, max) => {
      const compare = (a: { by: number }, b: { by: number }) => a.by - b.by;
      expect(firstSorted(list, max, compare)).toEqual([...list].sort(compare).slice(0, max));
    }),
  );
});
