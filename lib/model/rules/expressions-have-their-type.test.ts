import { expect, test } from 'vitest';
import { aMeasure, anAttribute, anEntity, aSegment, aShop, someSurroundings } from '../factories';
import type { Aggregation, AttributeType, ModelRecord } from '../records';
import { expressionsHaveTheirType } from './expressions-have-their-type';

const columns = new Map(
  (['string', 'integer', 'decimal', 'boolean', 'date', 'timestamp', 'json'] as const).map((type) => [
    `a_${type}`,
    { type, classification: null },
  ]),
);
const surroundings = someSurroundings({ findTable: () => ({ key: [], columns }) });
const made = anEntity({
  name: 'made',
  derivation: { from: { table: 'shop.x', as: 't' }, joins: [], where: null, groupBy: [] },
});
const found = (...records: ModelRecord[]) => expressionsHaveTheirType(aShop(made, ...records), surroundings);
const typed = (type: AttributeType, expression: string) =>
  found(anAttribute({ entityId: 'made', name: 'x', id: 'x', type, expression }));

test.each<[AttributeType, string]>([
  ['string', 't.a_string'],
  ['decimal', 't.a_integer'],
  ['decimal', 't.a_integer / 100.0'],
  ['timestamp', 't.a_date'],
  ['boolean', 't.a_integer > 3'],
  ['json', 't.a_json'],
  ['string', 'null'],
  ['integer', 't.misspelt'],
  ['integer', 'floor(t.a_decimal)'],
  ['integer', 't.a_integer // 7'],
])('a %s may be %s', (type, expression) => {
  expect(typed(type, expression)).toEqual([]);
});

test.each<[AttributeType, string, string]>([
  ['integer', 't.a_decimal', 'decimal'],
  ['integer', 'round(t.a_decimal, 1)', 'decimal'],
  ['string', 't.a_integer', 'integer'],
  ['date', 't.a_timestamp', 'timestamp'],
  ['boolean', "'yes'", 'string'],
])('a %s is not %s, and the type it has is offered', (type, expression, is) => {
  expect(typed(type, expression)).toMatchObject([
    {
      code: 'expression-wrong-type',
      at: 'x',
      wanted: [type],
      found: is,
      fix: { does: { verb: 'set-type', type: is } },
    },
  ]);
});

test('what no engine can compute is told with the reason, and its type is not looked at', () => {
  expect(typed('integer', 't.a_string + 1')).toMatchObject([
    { code: 'expression-not-computable', at: 'x', problem: { code: 'not-combinable' } },
  ]);
});

test('a filter is a condition', () => {
  expect(found(aSegment({ entityId: 'order', name: 's', filter: 'amount' }))).toMatchObject([
    { code: 'expression-wrong-type', at: 's', place: { in: 'filter' }, wanted: ['boolean'], found: 'decimal' },
  ]);
  expect(found(aSegment({ entityId: 'order', name: 's', filter: 'is_late' }))).toEqual([]);
});

test.each<[Aggregation, string, boolean]>([
  ['sum', 'amount', true],
  ['sum', 'status', false],
  ['average', 'is_late', false],
  ['median', 'ordered_at', false],
  ['max', 'ordered_at', true],
  ['min', 'is_late', false],
  ['count', 'status', true],
  ['count-distinct', 'is_late', true],
])('the %s of %s can be taken: %s', (aggregation, expression, can) => {
  const issues = found(aMeasure({ entityId: 'order', name: 'm', id: 'm', aggregation, expression }));
  expect(issues.length === 0).toBe(can);
});
