import { expect, test } from 'vitest';
import { aMetric, aShop } from '../factories';
import type { MetricFormula } from '../records';
import { metricsAreFinished } from './metrics-are-finished';

test.each<[string, MetricFormula, string[]]>([
  ['a simple one its measure', { kind: 'simple', measureId: null }, ['measure']],
  ['a ratio both sides', { kind: 'ratio', numeratorId: null, denominatorId: null }, ['numerator', 'denominator']],
  ['a derived one its formula', { kind: 'derived', formula: '  ' }, ['formula']],
  [
    'a cumulative one its measure and how long',
    { kind: 'cumulative', measureId: null, window: null, toDate: null },
    ['measure', 'window'],
  ],
  ['a change its metric', { kind: 'change', metricId: null, offset: { days: 1 } }, ['metric']],
])('%s is still open', (_name, formula, parts) => {
  const found = metricsAreFinished(aShop(aMetric({ name: 'm', formula })));
  expect(found.map((issue) => issue.code === 'metric-unfinished' && issue.part)).toEqual(parts);
});

test('to date is as good as a window', () => {
  const formula = { kind: 'cumulative' as const, measureId: 'measure:amount', window: null, toDate: 'month' as const };
  expect(metricsAreFinished(aShop(aMetric({ name: 'm', formula })))).toEqual([]);
});
