import { expect, test } from 'vitest';
import type { RelationshipRecord } from '@/lib/model/records';
import type { Box } from './box';
import type { CanvasCard } from './canvas-cards';
import { CARD_COST, COST_PER_FRAME, type Mountable, nextMounted } from './mount-ring';
import { createMountables } from './mountables';
import { nearbyOf, withSelected } from './nearby';
import { sightFor } from './sight-for';

const SIGHT: Box = { x: 0, y: 0, width: 1000, height: 800 };
const at = (x: number): Box => ({ x, y: 100, width: 150, height: 200 });
const thing = (id: string, x: number): Mountable => ({ id, boxes: [at(x)], cost: CARD_COST });
const entity = (id: string): CanvasCard => ({ kind: 'entity', id, fieldIds: [], isPart: false });
const metric = (id: string, homeId: string): CanvasCard => ({ kind: 'metric', id, homeId });

test('what is in sight is in the page at once, what is around it card by card, and what is far behind is not', () => {
  const things = [
    thing('seen', 100),
    thing('also seen', 900),
    thing('next', 1100),
    thing('after it', 1300),
    thing('far', 3000),
  ];
  const first = nextMounted(things, SIGHT, new Set(), 0);
  expect([...first.ids]).toEqual(['seen', 'also seen']);
  expect(first.isWhole).toBe(false);
  const second = nextMounted(things, SIGHT, first.ids, COST_PER_FRAME);
  expect([...second.ids]).toEqual(['seen', 'also seen', 'next']);
  const third = nextMounted(things, SIGHT, second.ids, COST_PER_FRAME);
  expect([...third.ids].sort()).toEqual(['after it', 'also seen', 'next', 'seen']);
  expect(third.isWhole).toBe(true);
  expect(nextMounted(things, SIGHT, third.ids, COST_PER_FRAME).ids).toBe(third.ids);
  const further = { ...SIGHT, x: 1400 };
  expect([...nextMounted(things, further, third.ids, 0).ids].sort()).toEqual(['after it', 'also seen', 'next']);
  const away = { ...SIGHT, x: 9000 };
  expect(nextMounted(things, away, third.ids, COST_PER_FRAME)).toEqual({ ids: new Set(), isWhole: true });
});

test('a sight that moves a little is taken for the same, one that leaves or comes near is not', () => {
  const known = sightFor(SIGHT, null);
  expect(sightFor({ ...SIGHT, x: 30, y: -20 }, known)).toBe(known);
  expect(sightFor({ ...SIGHT, x: 60 }, known)).not.toBe(known);
  expect(sightFor({ x: 300, y: 300, width: 500, height: 400 }, known).width).toBeLessThan(known.width);
});

test('told of are the cards in the page, both ends of each line in it, and what is selected', () => {
  const boxes = new Map(
    ['here', 'left of it', 'right of it', 'elsewhere', 'chosen', 'measured'].map((id, index) => [id, at(index * 400)]),
  );
  const cards = [...boxes.keys()].map((id) => (id === 'measured' ? metric(id, 'right of it') : entity(id)));
  const passing = aLine('passing', 'left of it', 'right of it');
  const away = aLine('away', 'elsewhere', 'chosen');
  const near = nearbyOf(cards, boxes, [passing, away], new Set(['here', 'passing']));
  const ids = (of: readonly CanvasCard[]) => of.map(({ id }) => id);
  expect(ids(near.cards)).toEqual(['here', 'left of it', 'right of it', 'measured']);
  expect(ids(withSelected(near.cards, cards, ['chosen', 'here']))).toEqual([...ids(near.cards), 'chosen']);
  expect(withSelected(near.cards, cards, ['here'])).toBe(near.cards);
  expect(near.relationships).toEqual([passing]);
  expect(near.metrics.map(({ id }) => id)).toEqual(['measured']);
});

test('a line is where its strokes are, and not all the way around them', () => {
  const way = { points: [point(0, 0), point(500, 0), point(500, 900)], from: 'right' as const, to: 'left' as const };
  const [line] = createMountables()(new Map(), new Map([['line', way]]));
  const isAt = (sight: Box) => nextMounted(line ? [line] : [], sight, new Set(), 0).ids.has('line');
  expect(isAt({ x: 480, y: 400, width: 40, height: 40 })).toBe(true);
  expect(isAt({ x: 100, y: 400, width: 40, height: 40 })).toBe(false);
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
