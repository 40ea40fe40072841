import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Box } from './box';
import { snapBox } from './snap-box';

const order: Box = { x: 0, y: 0, width: 100, height: 60 };
const customer: Box = { x: 400, y: 300, width: 100, height: 200 };

test('a card let go near another one’s edge stands on it, and a line says which', () => {
  const { dx, dy, guides } = snapBox({ x: 404, y: 100, width: 100, height: 60 }, [order, customer], { x: 6, y: 6 });
  expect([dx, dy]).toEqual([-4, 0]);
  expect(guides.map(({ axis, at }) => [axis, at])).toEqual([
    ['x', 400],
    ['x', 450],
    ['x', 500],
  ]);
  expect(guides[0]).toMatchObject({ from: 100, to: 500 });
});

test('middles meet too, and each direction gives by itself', () => {
  const { dx, dy } = snapBox({ x: 25, y: 397, width: 44, height: 10 }, [order, customer], { x: 5, y: 5 });
  expect([dx, dy]).toEqual([3, -2]);
});

test('a card that is kept to one direction gives in that one only, and is still told what it is in line with', () => {
  const { dx, dy, guides } = snapBox({ x: 404, y: 303, width: 20, height: 20 }, [customer], { x: 6, y: 0 });
  expect([dx, dy]).toEqual([-4, 0]);
  expect(new Set(guides.map(({ axis }) => axis))).toEqual(new Set(['x']));
});

test('what is further away than the reach is left alone', () => {
  expect(snapBox({ x: 207, y: 93, width: 10, height: 10 }, [order, customer], { x: 6, y: 6 })).toEqual({
    dx: 0,
    dy: 0,
    guides: [],
  });
});

test('no card is ever moved further than the reach, and one that snapped stays', () => {
  const box = fc.record({ x: fc.nat(900), y: fc.nat(900), width: fc.nat(300), height: fc.nat(300) });
  fc.assert(
    fc.property(box, fc.array(box, { maxLength: 8 }), fc.nat(20), (moving, others, reach) => {
      const { dx, dy } = snapBox(moving, others, { x: reach, y: reach });
      expect(Math.max(Math.abs(dx), Math.abs(dy))).toBeLessThanOrEqual(reach);
      const again = snapBox({ ...moving, x: moving.x + dx, y: moving.y + dy }, others, { x: reach, y: reach });
      expect(again.dx).toBeCloseTo(0);
      expect(again.dy).toBeCloseTo(0);
    }),
  );
});
