import fc from 'fast-check';
import { expect, test } from 'vitest';
import { FirstSorted } from './first-sorted';

test('the first so many are those that sorting everything puts first, equal ones in their order', () => {
  const items = fc.array(fc.record({ by: fc.nat(8), name: fc.string() }), { maxLength: 60 });
  fc.assert(
    fc.property(items, fc.nat(20), (list, max) => {
      const compare = (a: { by: number }, b: { by: number }) => a.by - b.by;
      const first = new FirstSorted(max, compare);
      const all = new FirstSorted(Number.POSITIVE_INFINITY, compare);
      for (const item of list) {
        first.add(item);
        all.add(item);
      }
      const sorted = [...list].sort(compare);
      expect(first.sorted()).toEqual(sorted.slice(0, max));
      expect(first.last).toEqual(max === 0 || list.length < max ? undefined : sorted[max - 1]);
      expect(all.sorted()).toEqual(sorted);
    }),
  );
});
