import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { renameRecord } from '@/lib/model/edits/rename-record';
import { anEntity, aShop } from '@/lib/model/factories';
import { attributesIn } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';
import { readModelText, writeModelText } from './model-text';
import { readWorkspace } from './read-workspace';

const file = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'));
if (!file.ok) throw new Error('the sample is readable');
const models = file.value.products.map(({ key, model }): [string, ModelDocument] => [key, model]);

function textOf(model: ModelDocument): string {
  const written = writeModelText(model);
  if (!written.ok) throw new Error('the model can be written');
  return written.value;
}
function read(text: string, before: ModelDocument) {
  const found = readModelText(text, before);
  if (!found.ok) throw new Error(found.error.map(({ words }) => words).join(' '));
  return found.value;
}

describe.each(models)('%s', (_, model) => {
  test('what is written and read again is the very same document', () => {
    expect(read(textOf(model), model).model).toBe(model);
  });
  test('every record has its place, in the order of the text', () => {
    const text = textOf(model);
    const { places } = read(text, model);
    expect(places.map(({ id }) => id).sort()).toEqual(Object.keys(model.records).sort());
    expect(places.map(({ at }) => at)).toEqual(places.map(({ at }) => at).sort((a, b) => a - b));
  });
});

test('a record keeps its identity while it keeps its name, also when its id is not the one a file would give', () => {
  const renamed = renameRecord(aShop(), { id: 'order', name: 'purchase', productKey: 'cdp-test' });
  const { model } = read(textOf(renamed).replace('key: purchase', 'key: purchase\n    label: Purchase'), renamed);
  expect(model.records.order).toMatchObject({ name: 'purchase', label: 'Purchase' });
  expect(model.records.customer).toBe(renamed.records.customer);
});

test('a new field stands where it was written, between the orders of its neighbours', () => {
  const shop = aShop();
  const text = textOf(shop).replace(/( *)- \{ key: status/, '$1- { key: paid, type: boolean }\n$1- { key: status');
  const names = attributesIn(read(text, shop).model, 'order').map(({ name }) => name);
  expect(names).toEqual(['order_id', 'customer_id', 'paid', 'status', 'ordered_at', 'amount', 'is_late']);
  expect(read(text, shop).model.records['order.status']).toBe(shop.records['order.status']);
});

test('a text that refers to nothing is refused at its line, and a name used twice too', () => {
  const text = 'entities:\n  - { key: order, grain: [order_id] }\n  - { key: order }\n';
  const found = readModelText(text, aShop());
  expect(found.ok ? [] : found.error.map(({ line, code }) => [line, code])).toEqual([
    [2, 'unknown-reference'],
    [3, 'duplicate-name'],
  ]);
});

test('an empty text is an empty model', () => {
  expect(read(' \n', aShop()).model.records).toEqual({});
});

test('two records of one name cannot be written, and are named', () => {
  const twins = writeModelText(aShop(anEntity({ id: 'twin', name: 'item' })));
  expect(twins.ok ? [] : twins.error.map(({ id, because }) => [id, because])).toEqual([['twin', 'name-taken']]);
});
