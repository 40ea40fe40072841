import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describeDriverRefusal } from './describe-driver-refusal';
import { driverRefusal } from './driver-refusal';
import { addDriver } from './edits/add-driver';
import { aDriver, aMetric, aModel } from './factories';
import { driversEnd } from './rules/drivers-end';

const simple = (name: string) => aMetric({ name, formula: { kind: 'simple', measureId: null } });
const ratio = aMetric({ name: 'aov', formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'orders' } });
const model = aModel(
  simple('revenue'),
  simple('orders'),
  ratio,
  simple('traffic'),
  aDriver({ fromId: 'traffic', toId: 'orders', driver: 'influence' }),
);
const why = (fromId: string, toId: string) => {
  const refusal = driverRefusal(model, { fromId, toId });
  return refusal && describeDriverRefusal(model, { fromId, toId }, refusal);
};

test('what would run in a circle is refused with the way it runs, formulas counted in', () => {
  expect(why('aov', 'traffic')).toBe('Traffic moves aov already by way of orders: it would run in a circle.');
  expect(why('orders', 'traffic')).toBe('Traffic moves orders already: it would run in a circle.');
});

test('what is said already, by a formula or by hand, is not said again', () => {
  expect(why('orders', 'aov')).toBe('Orders is part of the formula of aov already.');
  expect(why('traffic', 'orders')).toBe('That traffic drives orders is drawn already.');
  expect(why('aov', 'aov')).toBe('Aov cannot drive itself.');
});

test('anything else may be believed', () => {
  expect(why('revenue', 'traffic')).toBeNull();
});

test('whatever is drawn as far as it is allowed never makes the tree a loop', () => {
  const metric = fc.constantFrom('revenue', 'orders', 'aov', 'traffic', 'spend');
  fc.assert(
    fc.property(fc.array(fc.tuple(metric, metric), { maxLength: 12 }), (links) => {
      const start = aModel(simple('revenue'), simple('orders'), ratio, simple('traffic'), simple('spend'));
      const drawn = links.reduce((made, [fromId, toId], at) => {
        const isRefused = driverRefusal(made, { fromId, toId }) !== null;
        return isRefused ? made : addDriver(made, { id: `d${at}`, fromId, toId, driver: 'influence' });
      }, start);
      expect(driversEnd(drawn)).toEqual([]);
    }),
  );
});
