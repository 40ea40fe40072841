import fc from 'fast-check';
import { expect, test } from 'vitest';
import { EMPTY_MODEL, type EntityRecord, type ModelDocument } from '@/lib/model/records';
import { EMPTY_LAYOUT } from './canvas-layout';
import { createEditor } from './editor';

function entity(id: string, name = id): EntityRecord {
  return {
    kind: 'entity',
    id,
    order: 0,
    name,
    label: null,
    description: null,
    synonyms: [],
    grain: [],
    derivation: null,
  };
}
const put =
  (record: EntityRecord) =>
  (document: ModelDocument): ModelDocument => ({
    ...document,
    records: { ...document.records, [record.id]: record },
  });
const drop =
  (id: string) =>
  (document: ModelDocument): ModelDocument => {
    const { [id]: _gone, ...records } = document.records;
    return { ...document, records };
  };
const open = (canEdit = true) => createEditor({ document: EMPTY_MODEL, layout: EMPTY_LAYOUT, canEdit });

test('undoing every step gives the beginning back, and redoing them the end, whatever was done', () => {
  const action = fc.oneof(
    fc.record({ do: fc.constant('put' as const), id: fc.constantFrom('a', 'b', 'c'), name: fc.string() }),
    fc.record({ do: fc.constant('drop' as const), id: fc.constantFrom('a', 'b', 'c') }),
    fc.record({ do: fc.constant('move' as const), id: fc.constantFrom('a', 'b', 'c'), x: fc.integer() }),
  );
  fc.assert(
    fc.property(fc.array(action, { maxLength: 30 }), (actions) => {
      const editor = open();
      for (const one of actions) {
        if (one.do === 'put') editor.edit('Put', put(entity(one.id, one.name)));
        if (one.do === 'drop') editor.edit('Drop', drop(one.id));
        if (one.do === 'move') editor.move('Move', [[one.id, { x: one.x, y: 0 }]]);
      }
      const { document, layout } = editor.get();
      while (editor.undo() !== null);
      expect(editor.get().document.records).toEqual({});
      expect(editor.get().layout.positions).toEqual({});
      while (editor.redo() !== null);
      expect(editor.get().document).toEqual(document);
      expect(editor.get().layout).toEqual(layout);
    }),
  );
});

test('a gesture is one step, however many edits it took', () => {
  const editor = open();
  editor.begin('Drag Order');
  for (let x = 0; x < 50; x++) editor.move('Drag Order', [['order', { x, y: 0 }]]);
  editor.commit();
  expect(editor.get().history.done).toHaveLength(1);
  expect(editor.undo()).toBe('Drag Order');
  expect(editor.get().layout.positions).toEqual({});
});

test('a cancelled gesture leaves nothing behind', () => {
  const editor = open();
  editor.edit('Add', put(entity('order')));
  const before = editor.get();
  editor.begin('Rename');
  editor.edit('Rename', put(entity('order', 'orders')));
  editor.cancel();
  expect(editor.get().document).toBe(before.document);
  expect(editor.get().history).toBe(before.history);
});

test('what changes nothing is no step', () => {
  const editor = open();
  editor.edit('Nothing', (document) => document);
  editor.begin('Nothing either');
  editor.commit();
  expect(editor.undo()).toBe(null);
});

test('doing something new forgets what was undone', () => {
  const editor = open();
  editor.edit('Add', put(entity('a')));
  editor.undo();
  editor.edit('Add', put(entity('b')));
  expect(editor.redo()).toBe(null);
});

test('what is deleted is no longer selected', () => {
  const editor = open();
  editor.edit('Add', put(entity('a')));
  editor.select(['a']);
  editor.edit('Drop', drop('a'));
  expect(editor.get().selection).toEqual([]);
});

test('who may not edit cannot, not even by undoing', () => {
  const editor = open(false);
  editor.edit('Add', put(entity('a')));
  editor.move('Move', [['a', { x: 1, y: 1 }]]);
  expect(editor.get().document).toBe(EMPTY_MODEL);
  expect(editor.undo()).toBe(null);
});

test('only a new document counts as an edition: moving and selecting do not', () => {
  const editor = open();
  editor.edit('Add', put(entity('a')));
  editor.move('Move', [['a', { x: 1, y: 1 }]]);
  editor.select(['a']);
  expect(editor.get().edition).toBe(1);
});

test('a deleted card leaves no place behind, and undo gives it back where it stood', () => {
  const editor = open();
  editor.edit('Draw', put(entity('a')), [['a', { x: 1, y: 2 }]]);
  editor.edit('Delete', drop('a'));
  expect(editor.get().layout.positions).toEqual({});
  editor.undo();
  expect(editor.get().layout.positions).toEqual({ a: { x: 1, y: 2 } });
});
