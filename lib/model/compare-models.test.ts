import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compareModels } from './compare-models';
import { describeChange } from './describe-change';
import { diffModels, isEmptyDiff } from './diff';
import { anEdit } from './edits/random-edit';
import {
  aMeasure,
  aModel,
  anAttribute,
  anEntity,
  anEntityWith,
  anExpectation,
  aRelationship,
  aShop,
} from './factories';
import type { ModelRecord } from './records';

const changes = (before: ModelRecord[], after: ModelRecord[]) =>
  compareModels(aShop(...before), aShop(...after)).map((change) => describeChange(change, 'field'));

describe('what became of a model, in words', () => {
  test.each<[string, ModelRecord[], ModelRecord[], string[]]>([
    ['an attribute more', [], [anAttribute({ entityId: 'order', name: 'note' })], ['Attribute order.note is new.']],
    ['an attribute less', [anAttribute({ entityId: 'order', name: 'note' })], [], ['Attribute order.note is gone.']],
    [
      'a new name',
      [anAttribute({ entityId: 'order', name: 'note', id: 'n' })],
      [anAttribute({ entityId: 'order', name: 'remark', id: 'n' })],
      ['Attribute note is now called remark.'],
    ],
    [
      'another type, and an origin',
      [anAttribute({ entityId: 'order', name: 'n' })],
      [anAttribute({ entityId: 'order', name: 'n', type: 'integer', expression: 'o.n' })],
      ['Attribute order.n is bound.', 'Attribute order.n was string and is integer.'],
    ],
    [
      'a classification',
      [],
      [anAttribute({ entityId: 'customer', name: 'state', role: 'category', classification: 'personal' })],
      ['Attribute customer.state was not classified and is personal.'],
    ],
    [
      'another grain',
      [],
      [anEntity({ name: 'order', grain: ['order.order_id', 'order.status'] })],
      ['Entity order: the grain was order.order_id and is order.order_id, order.status.'],
    ],
    [
      'another cardinality',
      [],
      [aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', cardinality: 'one-to-one' })],
      ['Relationship places was many-to-one and is one-to-one.'],
    ],
    [
      'another formula',
      [],
      [aMeasure({ entityId: 'order', name: 'amount', aggregation: 'sum', expression: 'amount', filter: 'is_late' })],
      ['Measure amount is defined differently.'],
    ],
    [
      'words only',
      [],
      [anEntity({ name: 'order', grain: ['order.order_id'], label: 'Sale', description: 'What was sold' })],
      ['Entity order has other words (description, label).'],
    ],
    [
      'a tighter need',
      [anExpectation({ rule: { rule: 'freshness', maxMinutes: 1440 } })],
      [anExpectation({ rule: { rule: 'freshness', maxMinutes: 120 } })],
      ['Expectation freshness on model asks for more.'],
    ],
    [
      'a looser one that now blocks',
      [anExpectation({ rule: { rule: 'freshness', maxMinutes: 120 } })],
      [anExpectation({ rule: { rule: 'freshness', maxMinutes: 1440 }, enforcement: 'audit' })],
      ['Expectation freshness on model is defined differently.'],
    ],
  ])('%s', (_name, before, after, words) => {
    expect(changes(before, after)).toEqual(words);
  });
});

test('an entity that is new is told once, not attribute by attribute', () => {
  const depot = anEntityWith('depot', { depot_id: 'string', city: 'string' });
  expect(compareModels(aModel(), aModel(depot)).map(({ name, change }) => [name, change])).toEqual([
    ['depot', 'added'],
  ]);
  expect(compareModels(aModel(depot), aModel()).map(({ name, change }) => [name, change])).toEqual([
    ['depot', 'removed'],
  ]);
});

test('order is no change', () => {
  const shop = aShop();
  const moved = Object.entries(shop.records).map(([id, record]) => [id, { ...record, order: -record.order }]);
  expect(compareModels(shop, { ...shop, records: Object.fromEntries(moved) })).toEqual([]);
});

test('two models differ in nothing exactly when no change is told, but for order and the parts of what came and went', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { maxLength: 10 }), (choices) => {
      const before = aShop();
      const after = choices.reduce((made, choice, at) => anEdit(made, choice, `new-${at}`), before);
      expect(compareModels(before, after).length > 0).toBe(!isEmptyDiff(diffModels(before, after)));
      expect(compareModels(before, before)).toEqual([]);
    }),
  );
});
