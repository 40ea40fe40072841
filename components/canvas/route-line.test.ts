import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Box, type Point, strokeEnters } from './box';
import { BoxGrid } from './box-grid';
import { createLineRouter } from './line-router';
import { type LineEnd, routeLine as routeOn, STUB } from './route-line';
import { routeLines } from './route-lines';

const routeLine = (from: LineEnd, to: LineEnd, others: Box[]) =>
  routeOn(from, to, new BoxGrid([from.box, to.box, ...others]));
const card = (x: number, y: number): Box => ({ x, y, width: 252, height: 200 });

function crossed(points: readonly Point[], boxes: readonly Box[]): Box[] {
  return boxes.filter((box) => points.some((to, i) => i > 0 && strokeEnters(points[i - 1] ?? to, to, box)));
}

function isOrthogonal(points: readonly Point[]): boolean {
  return points.every((to, i) => {
    const from = points[i - 1];
    return !from || from.x === to.x || from.y === to.y;
  });
}

test('a line to a card on the right leaves right and arrives left', () => {
  const line = routeLine({ box: card(0, 0), y: 60 }, { box: card(400, 100), y: 140 }, []);
  expect(line.from).toBe('right');
  expect(line.to).toBe('left');
  expect(line.points[0]).toEqual({ x: 252, y: 60 });
  expect(line.points.at(-1)).toEqual({ x: 400, y: 140 });
});

test('a line goes round a card that stands in the way', () => {
  const wall = card(400, -40);
  const from = { box: card(0, 0), y: 60 };
  const to = { box: card(800, 0), y: 90 };
  const line = routeLine(from, to, [wall]);
  expect(crossed(line.points, [wall, from.box, to.box])).toEqual([]);
  expect(isOrthogonal(line.points)).toBe(true);
});

test('cards stacked on each other are joined along their sides, not through themselves', () => {
  const from = { box: card(0, 0), y: 60 };
  const to = { box: card(0, 300), y: 360 };
  const line = routeLine(from, to, []);
  expect(line.from).toBe(line.to);
  expect(crossed(line.points, [from.box, to.box])).toEqual([]);
});

test('a line leaves room for the crow’s foot before it turns', () => {
  const line = routeLine({ box: card(0, 0), y: 60 }, { box: card(0, 300), y: 360 }, []);
  const [start, turn] = line.points;
  expect(Math.abs((turn?.x ?? 0) - (start?.x ?? 0))).toBeGreaterThanOrEqual(STUB);
});

test('a line from a card to itself is a loop beside it', () => {
  const box = card(0, 0);
  const line = routeLine({ box, y: 60 }, { box, y: 90 }, []);
  expect(line.points).toHaveLength(4);
  expect(crossed(line.points, [box])).toEqual([]);
});

test('lines along the same gap stand side by side', () => {
  const left = card(0, 0);
  const right = card(500, 40);
  const lines = routeLines(
    ['a', 'b', 'c'].map((id, i) => ({ id, from: { box: left, y: 60 + i * 27 }, to: { box: right, y: 190 + i * 27 } })),
    [left, right],
  );
  const lanes = [...lines.values()].map((line) => line.points[1]?.x);
  expect(new Set(lanes).size).toBe(3);
});

test('the order in which lines are given does not change the picture', () => {
  const boxes = [card(0, 0), card(500, 40), card(900, 0)];
  const [a, b, c] = boxes;
  if (!a || !b || !c) throw new Error('three cards');
  const lines = [
    { id: 'x', from: { box: a, y: 60 }, to: { box: b, y: 100 } },
    { id: 'y', from: { box: a, y: 90 }, to: { box: c, y: 100 } },
  ];
  expect(routeLines(lines, boxes)).toEqual(routeLines([...lines].reverse(), boxes));
});

test('a line looks at the cards about its way, however many there are elsewhere', () => {
  const lookedAt = (count: number) => {
    const boxes = Array.from({ length: count }, (_, i) => card((i % 20) * 420, Math.floor(i / 20) * 300));
    const grid = new BoxGrid(boxes);
    let seen = 0;
    const near = (area: Box) => {
      const found = grid.near(area);
      seen += found.length;
      return found;
    };
    for (const [i, box] of boxes.slice(0, 250).entries()) {
      const to = boxes[i + 21] ?? box;
      routeOn({ box, y: box.y + 60 }, { box: to, y: to.y + 90 }, { near });
    }
    return seen;
  };
  expect(lookedAt(300)).toBeGreaterThan(0);
  expect(lookedAt(6_000)).toBe(lookedAt(300));
});

test('putting a card in the way of a line moves the line once the card is put down', () => {
  const route = createLineRouter();
  const left = card(0, 0);
  const right = card(900, 0);
  const lines = [{ id: 'a', from: { box: left, y: 60 }, to: { box: right, y: 90 } }];
  const plain = route(lines, [left, right], 'all').lines.get('a');
  const wall = card(400, -40);
  expect(route(lines, [left, right, wall], 'moved').lines.get('a')).toBe(plain);
  const around = route(lines, [left, right, wall], 'all').lines.get('a');
  expect(crossed(around?.points ?? [], [wall])).toEqual([]);
});

test('a line that did not change is the same object, so that nothing draws it again', () => {
  const route = createLineRouter();
  const boxes = [card(0, 0), card(500, 0), card(0, 600), card(500, 600)];
  const [a, b, c, d] = boxes;
  if (!a || !b || !c || !d) throw new Error('four cards');
  const before = route([{ id: 'x', from: { box: a, y: 60 }, to: { box: b, y: 60 } }], boxes, 'all').lines.get('x');
  const lines = [
    { id: 'x', from: { box: a, y: 60 }, to: { box: b, y: 60 } },
    { id: 'y', from: { box: c, y: 660 }, to: { box: d, y: 660 } },
  ];
  expect(route(lines, boxes, 'all').lines.get('x')).toBe(before);
});

test('however cards were moved and whenever time ran out, the picture in the end is that of a first look', () => {
  const spot = fc.record({ x: fc.integer({ min: 0, max: 1500 }), y: fc.integer({ min: 0, max: 1200 }) });
  const move = fc.record({ card: fc.nat(11), to: spot, isDropped: fc.boolean(), patience: fc.nat(8) });
  fc.assert(
    fc.property(fc.array(spot, { minLength: 12, maxLength: 12 }), fc.array(move, { maxLength: 12 }), (spots, moves) => {
      const route = createLineRouter();
      const boxes = spots.map(({ x, y }) => card(x, y));
      const lines = () => boxes.map((box, index) => lineTo(index, box, boxes[(index * 5 + 1) % boxes.length] ?? box));
      route(lines(), boxes, 'all');
      for (const { card: index, to, isDropped, patience } of moves) {
        boxes[index] = card(to.x, to.y);
        let left = patience;
        route(lines(), boxes, isDropped ? 'all' : 'moved', () => left-- > 0);
      }
      const settled = route(lines(), boxes, 'all');
      expect(settled.isWhole).toBe(true);
      expect(settled.lines).toEqual(routeLines(lines(), boxes));
    }),
  );
});

function lineTo(index: number, from: Box, to: Box) {
  return { id: `line-${index}`, from: { box: from, y: from.y + 60 }, to: { box: to, y: to.y + 90 } };
}

test('between two cards that stand close a line goes straight over, not all the way round', () => {
  const line = routeLine({ box: card(0, 0), y: 60 }, { box: card(272, 0), y: 140 }, []);
  expect(line).toMatchObject({ from: 'right', to: 'left' });
  expect(line.points.every(({ x, y }) => x >= 252 && x <= 272 && y >= 60 && y <= 140)).toBe(true);
});

test('a loop lies on the side of its card where there is room', () => {
  const own = card(0, 0);
  expect(routeLine({ box: own, y: 60 }, { box: own, y: 140 }, [])).toMatchObject({ from: 'right', to: 'right' });
  expect(routeLine({ box: own, y: 60 }, { box: own, y: 140 }, [card(280, 0)])).toMatchObject({ from: 'left' });
});
