import { expect, test } from 'vitest';
import { aMetric, aShop } from '../factories';
import { formulasEnd } from './formulas-end';

const derived = (name: string, formula: string) => aMetric({ name, formula: { kind: 'derived', formula } });

test('a metric may be computed from others that are computed', () => {
  expect(formulasEnd(aShop(derived('half', 'revenue / 2'), derived('quarter', 'half / 2')))).toEqual([]);
});

test('metrics computed from each other are one loop, through ratios and changes too', () => {
  const model = aShop(
    derived('a', '1 - b'),
    aMetric({ name: 'b', formula: { kind: 'ratio', numeratorId: 'c', denominatorId: 'revenue' } }),
    aMetric({ name: 'c', formula: { kind: 'change', metricId: 'a', offset: { months: 1 } } }),
  );
  expect(formulasEnd(model)).toEqual([{ code: 'formula-cycle', severity: 'error', at: 'a', around: ['a', 'b', 'c'] }]);
});
