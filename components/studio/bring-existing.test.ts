import { expect, test } from 'vitest';
import { createCanvasVerbs } from '@/components/canvas/canvas-verbs';
import { createCanvasView } from '@/components/canvas/canvas-view';
import { CARD_WIDTH } from '@/components/canvas/card-geometry';
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
const SPOT = { at: { x: 0, y: 0 }, isDropped: true };
function open() {
  const editor = createEditor({ document: EMPTY_MODEL, layout: EMPTY_LAYOUT, canEdit: true });
  return createCanvasVerbs(editor, createCanvasView(), 'cdp-test');
}
const names = ({ editor }: ReturnType<typeof open>) =>
  recordsOf(editor.get().document, 'attribute').map(({ name }) => name);

test('a whole entity comes with its fields bound, but not with what one must have a purpose to see', () => {
  const verbs = open();
  const id = bringExisting(verbs, tree, 'agg-360.customer', SPOT);
  expect(names(verbs)).toEqual(['customer_id', 'state']);
  expect(id !== null && verbs.editor.get().layout.positions[id]).toEqual({ x: 0, y: 0 });
  expect(boundAs(verbs.editor.get().document).has('agg-360.customer.state')).toBe(true);
});

test('a field comes with its entity and key, and a second one joins them', () => {
  const verbs = open();
  bringExisting(verbs, tree, 'agg-360.order.amount', SPOT);
  expect(names(verbs)).toEqual(['order_id', 'amount']);
  expect(recordsOf(verbs.editor.get().document, 'entity')).toHaveLength(1);
});

test('what belongs together is joined as soon as both are there, as one step of undo', () => {
  const verbs = open();
  bringExisting(verbs, tree, 'agg-360.customer', SPOT);
  bringExisting(verbs, tree, 'agg-360.order.amount', SPOT);
  expect(recordsOf(verbs.editor.get().document, 'relationship')).toHaveLength(1);
  expect(names(verbs)).toContain('customer_id');
  verbs.editor.undo();
  expect(recordsOf(verbs.editor.get().document, 'entity').map(({ name }) => name)).toEqual(['customer']);
});

test('what nobody gave a place stands beside what it belongs to, with room for the words of their line', () => {
  const verbs = open();
  bringExisting(verbs, tree, 'agg-360.customer', SPOT);
  const order = bringExisting(verbs, tree, 'agg-360.order', { at: { x: 40, y: 10 }, isDropped: false }) ?? '';
  const { x = 0, y } = verbs.editor.get().layout.positions[order] ?? {};
  expect(y).toBe(0);
  expect(x).toBeGreaterThan(CARD_WIDTH + 150);
});

test('something nobody offers brings nothing', () => {
  const verbs = open();
  expect(bringExisting(verbs, tree, 'agg-360.nothing', SPOT)).toBe(null);
  expect(readExistingRef('only-a-product')).toBe(null);
  expect(fieldsTaken([{ name: 'a', classification: 'personal' }])).toEqual([]);
});

test('what is dropped in the frame of an area joins it, in the same step; what is put there does not', () => {
  const verbs = open();
  const { editor, areas } = verbs;
  const customer = bringExisting(verbs, tree, 'agg-360.customer', SPOT) ?? '';
  areas.group();
  editor.commit();
  const members = () => Object.values(editor.get().layout.areas).flatMap((area) => area.members);
  expect(members()).toEqual([customer]);

  const order = bringExisting(verbs, tree, 'agg-360.order', { at: { x: 20, y: 20 }, isDropped: true });
  expect(members()).toEqual([customer, order]);
  editor.undo();
  expect(members()).toEqual([customer]);
  expect(recordsOf(editor.get().document, 'entity')).toHaveLength(1);

  bringExisting(verbs, tree, 'agg-360.order', { at: { x: 20, y: 20 }, isDropped: false });
  bringExisting(verbs, tree, 'agg-360.customer', SPOT);
  expect(members()).toEqual([customer]);
});
