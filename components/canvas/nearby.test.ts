import { expect, test } from 'vitest';
import type { RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { createNearby, withSelected } from './nearby';
import { isInWindow, windowFor } from './scene-window';

const SIGHT: Box = { x: 0, y: 0, width: 1000, height: 800 };
const at = (x: number, y: number): Box => ({ x, y, width: 252, height: 200 });
const entity = (id: string): CanvasCard => ({ kind: 'entity', id, fieldIds: [], isPart: false });
const metric = (id: string, homeId: string): CanvasCard => ({ kind: 'metric', id, homeId });

test('the window stays while the sight moves within it, follows when it leaves, and shrinks when one comes near', () => {
  const window = windowFor(SIGHT, null);
  expect(windowFor({ ...SIGHT, x: 300, y: -200 }, window)).toBe(window);
  const followed = windowFor({ ...SIGHT, x: 900 }, window);
  expect(followed).not.toBe(window);
  expect(isInWindow({ ...SIGHT, x: 900 }, followed)).toBe(true);
  expect(windowFor({ x: 10, y: 10, width: 100, height: 80 }, window).width).toBeLessThan(window.width);
});

test('near are the cards around the sight, both ends of each line that passes, and what is selected', () => {
  const boxes = new Map([
    ['here', at(100, 100)],
    ['left of it', at(-4000, 100)],
    ['right of it', at(4000, 100)],
    ['elsewhere', at(100, 9000)],
    ['chosen', at(100, -9000)],
    ['measured', at(4000, 330)],
  ]);
  const cards = [...boxes.keys()].map((id) => (id === 'measured' ? metric(id, 'right of it') : entity(id)));
  const passing = aLine('passing', 'left of it', 'right of it');
  const away = aLine('away', 'elsewhere', 'chosen');
  const ways = new Map([
    ['passing', { points: [point(-3748, 200), point(4000, 200)], from: 'right' as const, to: 'left' as const }],
    ['away', { points: [point(5000, 9000), point(5000, -9000)], from: 'right' as const, to: 'right' as const }],
  ]);
  const near = createNearby()(cards, boxes, [passing, away], ways, windowFor(SIGHT, null));
  const ids = (of: readonly CanvasCard[]) => of.map(({ id }) => id);
  expect(ids(near.cards)).toEqual(['here', 'left of it', 'right of it', 'measured']);
  expect(ids(withSelected(near.cards, cards, ['chosen', 'here']))).toEqual([...ids(near.cards), 'chosen']);
  expect(withSelected(near.cards, cards, ['here'])).toBe(near.cards);
  expect(near.relationships).toEqual([passing]);
  expect(near.metrics.map(({ id }) => id)).toEqual(['measured']);
  expect(createNearby()(cards, boxes, [passing, away], ways, null).cards).toEqual(cards);
});

function point(x: number, y: number) {
  return { x, y };
}

function aLine(id: string, from: string, to: string): RelationshipRecord {
  return {
    kind: 'relationship',
    id,
    order: 0,
    name: id,
    label: null,
    role: null,
    from: { entityId: from, attributeIds: [] },
    to: { entityId: to, attributeIds: [] },
    cardinality: 'many-to-one',
    optional: false,
  };
}
