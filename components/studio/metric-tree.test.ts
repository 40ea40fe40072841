import { expect, test } from 'vitest';
import { aDriver, aMetric, aModel } from '@/lib/model/factories';
import { metricTree } from './metric-tree';
import { placeTree } from './place-tree';

const simple = (name: string) => aMetric({ name, formula: { kind: 'simple', measureId: null } });
const ratio = (name: string, numeratorId: string, denominatorId: string) =>
  aMetric({ name, formula: { kind: 'ratio', numeratorId, denominatorId } });

test('what a formula is made of is read from the formula', () => {
  const { links } = metricTree(aModel(ratio('aov', 'revenue', 'orders'), simple('revenue'), simple('orders')));
  expect(links.map(({ from, to, kind }) => [from, to, kind])).toEqual([
    ['revenue', 'aov', 'component'],
    ['orders', 'aov', 'component'],
  ]);
});

test('a formula that runs against an identity somebody drew is the same fact, and drawn once', () => {
  const model = aModel(
    simple('revenue'),
    simple('orders'),
    ratio('aov', 'revenue', 'orders'),
    aDriver({ fromId: 'aov', toId: 'revenue', driver: 'component', identity: true }),
  );
  const { links } = metricTree(model);
  expect(links.map(({ from, to }) => `${from} > ${to}`)).toEqual(['aov > revenue', 'orders > aov']);
});

test('what is believed to drive a metric keeps its sign, and a cut is a line to the metric it takes apart', () => {
  const model = aModel(
    simple('repeat'),
    simple('late'),
    aDriver({ fromId: 'late', toId: 'repeat', driver: 'influence', sign: 'minus' }),
    aDriver({ fromId: 'repeat', byId: 'state', driver: 'segment' }),
  );
  const { links, cuts } = metricTree(model);
  expect(links).toEqual([
    { from: 'late', to: 'repeat', kind: 'influence', sign: 'minus', isIdentity: false, driverId: 'late>repeat' },
    { from: 'repeat>state', to: 'repeat', kind: 'segment', sign: null, isIdentity: false, driverId: 'repeat>state' },
  ]);
  expect([...cuts]).toEqual([['repeat>state', 'state']]);
});

test('two metrics believed to drive each other still give a tree', () => {
  const model = aModel(
    simple('a'),
    simple('b'),
    aDriver({ fromId: 'a', toId: 'b', driver: 'influence' }),
    aDriver({ fromId: 'b', toId: 'a', driver: 'influence' }),
  );
  expect(metricTree(model).links).toHaveLength(1);
});

test('what is wanted stands left of what moves it, and what is linked to nothing below all', () => {
  const tree = metricTree(
    aModel(ratio('aov', 'revenue', 'orders'), simple('revenue'), simple('orders'), simple('other')),
  );
  const { places } = placeTree(tree, { width: 200, height: 60 }, { width: 140, height: 28 });
  const at = (id: string) => places.get(id) ?? { x: Number.NaN, y: Number.NaN };
  expect(at('aov').x).toBeLessThan(at('revenue').x);
  expect(at('revenue').x).toBe(at('orders').x);
  expect(at('other').y).toBeGreaterThan(Math.max(at('revenue').y, at('orders').y));
});
