import { expect, test } from 'vitest';
import { clearRoom } from './clear-room';

const board = { width: 1000, height: 700 };
const toolbar = { x: 400, y: 640, width: 200, height: 46 };
const minimap = { x: 15, y: 500, width: 200, height: 140 };

test('a wide drawing stands above the bars, a tall one beside the minimap', () => {
  expect(clearRoom(board, [toolbar, minimap], { width: 4000, height: 800 }).bottom).toBe(216);
  const tall = clearRoom(board, [toolbar, minimap], { width: 600, height: 4000 });
  expect(tall.bottom).toBe(76);
  expect(tall.left).toBe(231);
});

test('without bars there is the same little room on every side', () => {
  expect(clearRoom(board, [], { width: 600, height: 600 })).toEqual({ top: 16, right: 16, bottom: 16, left: 16 });
});

test('a board that is all bars is looked past', () => {
  expect(clearRoom(board, [{ x: 0, y: 0, ...board }], { width: 600, height: 600 }).left).toBe(0);
});
