import { expect, test } from 'vitest';
import { EMPTY_LAYOUT } from '@/components/editor/canvas-layout';
import { createEditor } from '@/components/editor/editor';
import type { MenuEntry } from '@/components/ui/menu-entry';
import { aMeasure, aMetric, aModel, anEntityWith } from '@/lib/model/factories';
import { recordAt } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import { canvasMenu } from './canvas-menu';
import { createCanvasVerbs } from './canvas-verbs';
import { createCanvasView } from './canvas-view';

const model = aModel(
  anEntityWith('order', { order_id: 'string', amount: 'decimal' }),
  aMeasure({ id: 'sum', entityId: 'order', name: 'sum', aggregation: 'sum', expression: 'amount' }),
  aMeasure({ id: 'count', entityId: 'order', name: 'count', aggregation: 'count', expression: '' }),
  aMetric({ id: 'revenue', name: 'revenue', label: 'Revenue', formula: { kind: 'simple', measureId: 'sum' } }),
  aMetric({ id: 'orders', name: 'orders', label: 'Orders', formula: { kind: 'simple', measureId: 'count' } }),
  aMetric({
    id: 'average',
    name: 'average',
    label: 'Average',
    formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'orders' },
  }),
);
const nothing = () => {};
const view = { tidy: nothing, fit: nothing, showSelection: nothing, selectAll: nothing };
const spot = { screen: { x: 0, y: 0 }, flow: { x: 0, y: 0 } };

function openMenu(kind: 'card' | 'field', id: string, canEdit = true) {
  const editor = createEditor({ document: model, layout: EMPTY_LAYOUT, canEdit });
  const verbs = createCanvasVerbs(editor, createCanvasView(), 'cdp-test');
  return { editor, verbs, entries: canvasMenu(verbs, view, { target: { kind, id }, ...spot }) };
}
const within = (entries: readonly MenuEntry[], key: string) =>
  entries.flatMap((entry) => (entry.kind === 'sub' && entry.key === key ? entry.entries : []));
const choose = (entries: readonly MenuEntry[], key: string) => {
  for (const entry of entries) if (entry.kind === 'item' && entry.key === key) entry.onSelect();
};

test('the menu of a metric draws another from it, with a running total only of what it measures itself', () => {
  const { editor, entries } = openMenu('card', 'revenue');
  const offered = within(entries, 'draw-from');
  expect(offered.map(({ key }) => key)).toEqual(['ratio', 'change', 'running']);
  expect(within(offered, 'ratio').map(({ key }) => key)).toEqual(['orders', 'average']);
  expect(within(openMenu('card', 'average').entries, 'draw-from').map(({ key }) => key)).toEqual(['ratio', 'change']);
  expect(within(openMenu('card', 'order').entries, 'draw-from')).toEqual([]);

  choose(within(offered, 'ratio'), 'orders');
  const { document, selection } = editor.get();
  expect(labelOfRecord(document, selection[0] ?? '')).toBe('Revenue per order');
  expect(recordAt(document, selection[0] ?? null)).toMatchObject({
    formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'orders' },
  });
});

test('whoever may only look can comment on a card, a metric and a field, which is selected for it', () => {
  for (const [kind, id] of [
    ['card', 'order'],
    ['card', 'revenue'],
    ['field', 'order.amount'],
  ] as const)
    for (const canEdit of [true, false]) {
      const { editor, verbs, entries } = openMenu(kind, id, canEdit);
      choose(entries, 'comment');
      expect([editor.get().selection, verbs.view.get().commenting]).toEqual([[id], id]);
      expect(within(entries, 'draw-from').length > 0).toBe(canEdit && id === 'revenue');
    }
});
