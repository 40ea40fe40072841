import { expect, test } from 'vitest';
import { labelPlace } from './label-place';
import { routeLine } from './route-line';

const worker = { x: 0, y: 0, width: 252, height: 240 };
const NOTHING = { near: () => [] };
const between = (fromY: number, toY: number, to = worker) =>
  labelPlace(routeLine({ box: worker, y: fromY }, { box: to, y: toY }, NOTHING).points);

test('the words of a loop begin outside of it, and those of two loops stand at different heights', () => {
  const [boss, mentor] = [between(82, 55), between(109, 55)];
  expect(boss).toMatchObject({ anchor: 'start', y: 82 });
  expect(mentor).toMatchObject({ anchor: 'start', y: 109 });
  expect(boss.x).toBeGreaterThan(worker.x + worker.width);
});

test('the words of a line that turns back to a card below stand outside, clear of its card', () => {
  const place = between(136, 400, { x: -200, y: 360, width: 252, height: 100 });
  const isClear = place.anchor === 'end' ? place.x < worker.x : place.x > worker.x + worker.width;
  expect(isClear).toBe(true);
});

test('a line across a gap bears its words over its middle', () => {
  expect(between(100, 110, { x: 364, y: 0, width: 252, height: 200 })).toMatchObject({
    x: 308,
    isOver: true,
    anchor: 'middle',
  });
});
