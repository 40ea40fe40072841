import { chance, type Draw, pick, pickAny } from './draw';
import { drawConditions, type Value } from './draw-condition';
import type { FileModel } from './draw-consumer';
import { drawDelivery, drawValueRule } from './draw-facts';

type Facts = Record<string, unknown>;

/** What a consumer states: of the whole, of a metric, of what stands on which row, of single values. */
export function drawExpectations(
  draw: Draw,
  model: FileModel,
  providers: readonly string[],
  valuesAt: (entity: string) => readonly Value[],
): void {
  const add = (percent: number, expectation: Record<string, unknown>) => {
    if (chance(draw, percent)) model.expectations.push(expectation);
  };
  add(70, { on: 'model', rule: 'freshness', maxMinutes: pick(draw, [1440, 720, 120, 15, 2880]) });
  add(60, { on: 'model', rule: 'availability', min: pick(draw, [0.99, 0.995, 0.9]) });
  add(25, {
    on: 'model',
    rule: 'deadline',
    at: pick(draw, ['06:00', '00:30']),
    ...(chance(draw, 30) ? { dayOffset: 1 } : {}),
  });
  add(35, { on: 'model', rule: 'completeness', min: pick(draw, [0.99, 0.995]) });
  add(12, { on: 'model', rule: 'history', days: pick(draw, [365, 1000]) });
  const metric = pickAny(draw, model.metrics);
  if (metric) {
    add(8, { on: metric.key, rule: 'freshness', maxMinutes: pick(draw, [300, 60]) });
    add(8, { on: metric.key, rule: 'availability', min: 0.98 });
    add(15, { on: metric.key, rule: 'completeness', of: 'rows', min: 0.98 });
    add(10, { on: metric.key, rule: 'history', days: 400 });
  }
  const entity = pickAny(draw, model.entities);
  const relationship = pickAny(draw, model.relationships);
  if (relationship)
    add(15, { on: relationship.key, rule: 'reference', ...(chance(draw, 60) ? { maxOrphans: 0.05 } : {}) });
  const attribute = pickAny(draw, entity?.attributes ?? []);
  if (!entity || !attribute) return;
  const own = entity.attributes.map(({ key, type }) => ({ text: key, type }));
  const named = chance(draw, 20) ? valuesAt(entity.key) : own;
  const when = chance(draw, 30) ? { when: drawConditions(draw, named) } : {};
  add(6, { on: entity.key, rule: 'holds', condition: drawConditions(draw, named) });
  add(20, { on: entity.key, rule: 'completeness', min: 0.97, ...when });
  add(6, { on: `${entity.key}.${attribute.key}`, rule: 'completeness', min: 0.965, ...when });
  add(8, { on: entity.key, rule: 'history', days: 500 });
  add(5, { on: entity.key, rule: 'freshness', maxMinutes: 240 });
  add(5, { on: entity.key, rule: 'availability', min: 0.97 });
  add(5, { on: entity.key, rule: 'deadline', at: '12:00' });
  add(7, { on: entity.key, rule: 'unique', attributes: [attribute.key] });
  add(7, { on: `${entity.key}.${attribute.key}`, rule: 'unique' });
  add(15, { on: `${entity.key}.${attribute.key}`, rule: 'not-null', ...when });
  const weight = pickAny(
    draw,
    model.measures.filter((measure) => measure.entity === entity.key),
  );
  if (weight) {
    const of = pick(draw, [{ on: entity.key }, { on: `${entity.key}.${attribute.key}`, of: 'values' }]);
    add(10, { ...of, rule: 'completeness', min: 0.96, weight: weight.key });
  }
  const second = pickAny(draw, entity.attributes) ?? attribute;
  for (const { key, type } of [attribute, second]) {
    add(40, { on: `${entity.key}.${key}`, ...drawValueRule(draw, type) });
  }
  add(15, {
    on: entity.key,
    rule: 'volume',
    ...pick<Facts>(draw, [{ min: 100 }, { min: 10, max: 900 }, { min: 2, per: 'day' }]),
  });
  add(12, { on: 'model', ...drawDelivery(draw, providers) });
  const [left, right] = model.metrics;
  if (left && right) add(20, { on: 'model', rule: 'reconcile', left: left.key, right: right.key, within: 0.02 });
}
