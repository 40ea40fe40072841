import { expect, test } from 'vitest';
import { EMPTY_LAYOUT } from '@/components/editor/canvas-layout';
import { createEditor } from '@/components/editor/editor';
import { EMPTY_MODEL, recordsOf } from '@/lib/model/records';
import { boundAs } from './bound-as';
import { bringExisting } from './bring-existing';
import { fieldsTaken, readExistingRef } from './existing-ref';
import type { ExistingProductTree } from './offered-from-tree';

const attribute = (
  name: string,
  role: 'identifier' | 'number' | 'category',
  classification: 'personal' | null = null,
) => ({
  name,
  label: name,
  description: null,
  type: 'string' as const,
  role,
  unit: null,
  classification,
});
const tree: ExistingProductTree[] = [
  {
    product: { key: 'agg-360', name: 'Customer 360', alignment: 'aggregate', owner: null },
    entities: [
      {
        ref: 'agg-360.customer',
        name: 'customer',
        label: 'Customer',
        description: null,
        grain: ['customer_id'],
        attributes: [
          attribute('customer_id', 'identifier'),
          attribute('state', 'category'),
          attribute('email', 'category', 'personal'),
        ],
      },
      {
        ref: 'agg-360.order',
        name: 'order',
        label: 'Order',
        description: null,
        grain: ['order_id'],
        attributes: [
          attribute('order_id', 'identifier'),
          attribute('customer_id', 'identifier'),
          attribute('amount', 'number'),
        ],
      },
    ],
    relationships: [
      {
        name: 'places',
        from: { entity: 'order', attributes: ['customer_id'] },
        to: { entity: 'customer', attributes: ['customer_id'] },
        cardinality: 'many-to-one',
      },
    ],
  },
];
const open = () => createEditor({ document: EMPTY_MODEL, layout: EMPTY_LAYOUT, canEdit: true });
const names = (editor: ReturnType<typeof open>) =>
  recordsOf(editor.get().document, 'attribute').map(({ name }) => name);

test('a whole entity comes with its fields bound, but not with what one must have a purpose to see', () => {
  const editor = open();
  const id = bringExisting(editor, tree, 'agg-360.customer', { x: 0, y: 0 });
  expect(names(editor)).toEqual(['customer_id', 'state']);
  expect(id !== null && editor.get().layout.positions[id]).toEqual({ x: 0, y: 0 });
  expect(boundAs(editor.get().document).has('agg-360.customer.state')).toBe(true);
});

test('a field comes with its entity and key, and a second one joins them', () => {
  const editor = open();
  bringExisting(editor, tree, 'agg-360.order.amount', { x: 0, y: 0 });
  expect(names(editor)).toEqual(['order_id', 'amount']);
  expect(recordsOf(editor.get().document, 'entity')).toHaveLength(1);
});

test('what belongs together is joined as soon as both are there, as one step of undo', () => {
  const editor = open();
  bringExisting(editor, tree, 'agg-360.customer', { x: 0, y: 0 });
  bringExisting(editor, tree, 'agg-360.order.amount', { x: 0, y: 0 });
  expect(recordsOf(editor.get().document, 'relationship')).toHaveLength(1);
  expect(names(editor)).toContain('customer_id');
  editor.undo();
  expect(recordsOf(editor.get().document, 'entity').map(({ name }) => name)).toEqual(['customer']);
});

test('something nobody offers brings nothing', () => {
  const editor = open();
  expect(bringExisting(editor, tree, 'agg-360.nothing', { x: 0, y: 0 })).toBe(null);
  expect(readExistingRef('only-a-product')).toBe(null);
  expect(fieldsTaken([{ name: 'a', classification: 'personal' }])).toEqual([]);
});
