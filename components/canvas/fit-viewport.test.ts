import { expect, test } from 'vitest';
import { fitViewport } from './fit-viewport';

const board = { width: 1000, height: 800 };
const insets = { top: 0, right: 0, bottom: 0, left: 0 };

test('a small box stands in the middle and is not blown up', () => {
  expect(fitViewport({ x: 100, y: 100, width: 200, height: 200 }, board, { insets })).toEqual({
    x: 300,
    y: 200,
    zoom: 1,
  });
});

test('a large box is shrunk until all of it is in sight', () => {
  expect(fitViewport({ x: 0, y: 0, width: 4000, height: 800 }, board, { insets })).toEqual({
    x: 0,
    y: 300,
    zoom: 0.25,
  });
});

test('what does not fit at a readable size is shown from its top left', () => {
  const view = fitViewport({ x: 50, y: 50, width: 4000, height: 4000 }, board, { insets, zoomMin: 0.5 });
  expect(view).toEqual({ x: -25, y: -25, zoom: 0.5 });
});

test('bars over the board are kept clear', () => {
  const view = fitViewport({ x: 0, y: 0, width: 400, height: 400 }, board, { insets: { ...insets, bottom: 400 } });
  expect(view.y + 400 * view.zoom).toBeLessThanOrEqual(400);
});
