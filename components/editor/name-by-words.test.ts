import { expect, test } from 'vitest';
import { aMeasure, aModel, anAttribute, anEntity } from '@/lib/model/factories';
import { guessField } from '@/lib/model/guess-field';
import { nameByWords } from './name-by-words';

const call = (document: ReturnType<typeof aModel>, id: string, words: string) =>
  nameByWords(document, { id, words, productKey: null });

test('a new record is named after the words it is called by', () => {
  const model = call(aModel(anEntity({ id: 'e', name: 'entity' })), 'e', 'Sales order');
  expect(model.records.e).toMatchObject({ label: 'Sales order', name: 'sales_order' });
});

test('the name follows the words as long as it came from them, and expressions follow the name', () => {
  const before = aModel(
    anEntity({ id: 'e', name: 'order' }),
    anAttribute({ id: 'a', entityId: 'e', name: 'amount' }),
    aMeasure({ id: 'm', entityId: 'e', name: 'total', aggregation: 'sum', expression: 'amount' }),
  );
  const model = call(before, 'a', 'Net amount');
  expect(model.records.a).toMatchObject({ label: 'Net amount', name: 'net_amount' });
  expect(model.records.m).toMatchObject({ expression: 'net_amount' });
});

test('a name chosen on purpose stays', () => {
  const model = call(aModel(anEntity({ id: 'e', name: 'ord_v3', label: 'Order' })), 'e', 'Sales order');
  expect(model.records.e).toMatchObject({ label: 'Sales order', name: 'ord_v3' });
});

test('words that are taken get a number in the name, not in the label', () => {
  const before = aModel(anEntity({ id: 'a', name: 'order' }), anEntity({ id: 'b', name: 'entity' }));
  expect(call(before, 'b', 'Order').records.b).toMatchObject({ label: 'Order', name: 'order_2' });
});

test('no words, or the same, change nothing', () => {
  const before = aModel(anEntity({ id: 'e', name: 'order' }));
  expect(call(before, 'e', '  ')).toBe(before);
  expect(call(before, 'e', 'Order')).toBe(before);
});

test.each([
  ['Ordered at', 'time'],
  ['Order date', 'time'],
  ['Customer id', 'identifier'],
  ['Amount', 'number'],
  ['Is late', 'flag'],
  ['Status', 'category'],
])('a field called %s is a %s', (words, role) => {
  expect(guessField(words)?.role).toBe(role);
});

test('nothing is guessed from words that say nothing', () => {
  expect(guessField('Comment')).toBe(null);
});
