import { expect, test } from 'vitest';
import { columnsOf } from './columns';
import { parseExpression } from './parse';
import { RESERVED } from './words';

const names = (text: string) => {
  const parsed = parseExpression(text);
  return parsed.ok ? columnsOf(parsed.value).map(({ qualifier, name }) => [qualifier, name]) : parsed.error.code;
};

test('beside a dot every word of the language but the prefix not is a name: an entity may be called order', () => {
  for (const word of [...RESERVED, 'date', 'interval', 'values', 'current_date']) {
    if (word !== 'not') expect(names(`${word}.amount > 3`)).toEqual([[word, 'amount']]);
    expect(names(`o.${word} is null`)).toEqual([['o', word]]);
  }
});

test('on its own it still needs quotes', () => {
  expect(names('order = 1')).toBe('reserved-word');
  expect(names('"order" = 1')).toEqual([[null, 'order']]);
});

test('it swallows nothing that stands around it', () => {
  expect(names("order.status = 'x' and not order.is_late")).toEqual([
    ['order', 'status'],
    ['order', 'is_late'],
  ]);
  expect(names('case when order.is_late then order.total else 0 end')).toEqual([
    ['order', 'is_late'],
    ['order', 'total'],
  ]);
  expect(names('order.a.b')).toBe('too-many-qualifiers');
  expect(names('order.')).toBe('expected');
});
