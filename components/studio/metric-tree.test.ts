import { expect, test } from 'vitest';
import { aDriver, aMetric, aModel } from '@/lib/model/factories';
import { metricTree } from './metric-tree';

const simple = (name: string) => aMetric({ name, formula: { kind: 'simple', measureId: null } });

test('what a formula is made of stands right of it, read from the formula', () => {
  const model = aModel(
    aMetric({ name: 'aov', formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'orders' } }),
    simple('revenue'),
    simple('orders'),
  );
  const { columns, links } = metricTree(model);
  expect(columns).toEqual([['aov'], ['revenue', 'orders']]);
  expect(links.map(({ from, to, kind }) => [from, to, kind])).toEqual([
    ['revenue', 'aov', 'component'],
    ['orders', 'aov', 'component'],
  ]);
});

test('what is believed to drive a metric is drawn with its sign, and a cut is no line', () => {
  const model = aModel(
    simple('repeat'),
    simple('late'),
    aDriver({ fromId: 'late', toId: 'repeat', driver: 'influence', sign: 'minus' }),
    aDriver({ fromId: 'repeat', byId: 'state', driver: 'segment' }),
  );
  const { links, cuts } = metricTree(model);
  expect(links).toEqual([{ from: 'late', to: 'repeat', kind: 'influence', sign: 'minus', isIdentity: false }]);
  expect(cuts.get('repeat')).toEqual(['state']);
});

test('a loop of drivers still gives a picture', () => {
  const model = aModel(
    simple('a'),
    simple('b'),
    aDriver({ fromId: 'a', toId: 'b', driver: 'influence' }),
    aDriver({ fromId: 'b', toId: 'a', driver: 'influence' }),
  );
  expect(metricTree(model).columns.flat().sort()).toEqual(['a', 'b']);
});
