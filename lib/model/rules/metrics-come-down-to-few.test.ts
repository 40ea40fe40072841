import { expect, test } from 'vitest';
import { aMetric, aShop } from '../factories';
import { metricsComeDownToFew } from './metrics-come-down-to-few';

const levels = Array.from({ length: 40 }, (_, level) => level);
const onTwo = (level: number, filter: string | null) =>
  level < 2
    ? aMetric({ name: `m${level}`, formula: { kind: 'simple', measureId: 'measure:amount' }, filter })
    : aMetric({
        name: `m${level}`,
        formula: { kind: 'derived', formula: `m${level - 1} + m${level - 2}` },
        filter,
      });

test('forty formulas that each filter two others are told at the first that goes beyond, and only there', () => {
  const model = aShop(levels.map((level) => onTwo(level, `amount > ${level}`)));
  expect(metricsComeDownToFew(model)).toEqual([
    { code: 'metric-of-too-many-rows', severity: 'error', at: 'm12', max: 200 },
  ]);
});

test('what formulas only repeat is worked out once, however many there are', () => {
  expect(metricsComeDownToFew(aShop(levels.map((level) => onTwo(level, null))))).toEqual([]);
  expect(metricsComeDownToFew(aShop(levels.map((level) => onTwo(level, level < 20 ? null : 'amount > 1'))))).toEqual(
    [],
  );
});
