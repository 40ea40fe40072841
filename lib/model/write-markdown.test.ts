import { expect, test } from 'vitest';
import { putRecords } from './edits/put-records';
import { aModel, anEntityWith, aRelationship } from './factories';
import { recordOf } from './model-index';
import { writeMarkdown } from './write-markdown';

const model = aModel(
  anEntityWith('order', { order_id: 'string', amount: 'decimal', customer_id: 'string' }),
  anEntityWith('customer', { customer_id: 'string' }),
  aRelationship('order.customer_id', 'customer.customer_id', { name: 'places', label: 'places' }),
);

test('a model is a page: its entities, their fields, and what belongs together', () => {
  const page = writeMarkdown(model, 'Orders');
  expect(page).toMatch(/^# Orders\n/);
  expect(page).toContain('## Order\n');
  expect(page).toContain('| Amount | `amount` | decimal |');
  expect(page).toContain('- Order to Customer (places): many-to-one, where Customer id = Customer id');
  expect(page.endsWith('\n')).toBe(true);
});

test('what people wrote stays words: nothing in it becomes a mark or breaks a table', () => {
  const amount = recordOf(model, 'attribute', 'order.amount');
  if (!amount) throw new Error('the factory makes it');
  const told = putRecords(model, { ...amount, description: 'gross | net\n*before* tax' });
  expect(writeMarkdown(told, 'A#1')).toContain('gross \\| net \\*before\\* tax |');
  expect(writeMarkdown(told, 'A#1')).toMatch(/^# A\\#1\n/);
});
