import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alignBoxes, distributeBoxes } from './align-boxes';

const boxes = new Map([
  ['a', { x: 0, y: 10, width: 100, height: 50 }],
  ['b', { x: 150, y: 0, width: 50, height: 100 }],
  ['c', { x: 500, y: 40, width: 100, height: 20 }],
]);

test('all share the edge or the middle of what they cover together', () => {
  expect(new Map(alignBoxes(boxes, 'right'))).toEqual(
    new Map([
      ['a', { x: 500, y: 10 }],
      ['b', { x: 550, y: 0 }],
      ['c', { x: 500, y: 40 }],
    ]),
  );
  expect(alignBoxes(boxes, 'middle').map(([, { y }]) => y)).toEqual([25, 0, 40]);
});

test('the outermost stay, and the gaps between neighbours are equal', () => {
  expect(distributeBoxes(boxes, 'across')).toEqual([
    ['a', { x: 0, y: 10 }],
    ['b', { x: 275, y: 0 }],
    ['c', { x: 500, y: 40 }],
  ]);
  expect(distributeBoxes(new Map([...boxes].slice(0, 2)), 'down')).toEqual([]);
});

test('doing it twice changes nothing more', () => {
  const number = fc.integer({ min: -5_000, max: 5_000 });
  const size = fc.integer({ min: 1, max: 600 });
  const some = fc.array(fc.record({ x: number, y: number, width: size, height: size }), { minLength: 3, maxLength: 9 });
  fc.assert(
    fc.property(some, fc.constantFrom('left', 'centre', 'right', 'top', 'middle', 'bottom'), (list, to) => {
      const start = new Map(list.map((box, index) => [String(index), box]));
      const once = new Map(alignBoxes(start, to));
      const moved = new Map([...start].map(([id, box]) => [id, { ...box, ...once.get(id) }]));
      expect(new Map(alignBoxes(moved, to))).toEqual(once);
    }),
  );
});
