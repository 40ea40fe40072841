import { expect, test } from 'vitest';
import { aMeasure, anAttribute, anExpectation, aSegment, aShop } from '../factories';
import { expressionsParse } from './expressions-parse';

test('text that is no expression is an error with its reason and place', () => {
  const model = aShop(anAttribute({ entityId: 'order', name: 'x', expression: 'o.a +' }));
  expect(expressionsParse(model)).toMatchObject([
    { code: 'expression-does-not-parse', severity: 'error', at: 'order.x', place: { in: 'expression' }, problem: {} },
  ]);
});

test('every place where an expression may stand is read', () => {
  const model = aShop(
    aSegment({ entityId: 'order', name: 'late', filter: 'select 1' }),
    aMeasure({ entityId: 'order', name: 'x', id: 'x', aggregation: 'sum', expression: ')', filter: '(' }),
    anExpectation({ onId: 'order', rule: { rule: 'holds', condition: 'a and' } }),
    anExpectation({ onId: 'order.status', rule: { rule: 'not-null', when: '1; 2' } }),
  );
  expect(expressionsParse(model).map((issue) => [issue.at, 'place' in issue ? issue.place.in : null])).toEqual([
    ['late', 'filter'],
    ['x', 'expression'],
    ['x', 'filter'],
    ['holds:order', 'condition'],
    ['not-null:order.status', 'when'],
  ]);
});

test('an empty one is not written yet', () => {
  const model = aShop(aSegment({ entityId: 'order', name: 'late', filter: ' ' }));
  expect(expressionsParse(model)).toMatchObject([{ code: 'expression-missing', at: 'late', place: { in: 'filter' } }]);
});
