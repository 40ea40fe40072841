import fc from 'fast-check';
import { expect, test } from 'vitest';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { aShop } from '@/lib/model/factories';
import { attributesIn, recordAt } from '@/lib/model/model-index';
import { EMPTY_MODEL, type EntityRecord, type ModelDocument } from '@/lib/model/records';
import { EMPTY_LAYOUT } from './canvas-layout';
import { createEditor } from './editor';
import { readHistory, writeHistory } from './kept-history';

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

/** A person's names and others' words for the same three records, in any order, with undo between; no step is of both. */
const shared = fc.array(
  fc.oneof(
    fc.record({
      do: fc.constantFrom('mine', 'theirs', 'drop', 'theirDrop'),
      id: fc.constantFrom('a', 'b', 'c'),
      words: fc.string(),
    }),
    fc.record({ do: fc.constantFrom('undo', 'redo', 'reload'), id: fc.constant(''), words: fc.constant('') }),
  ),
  { maxLength: 40 },
);

test('neither undo nor redo takes away what others saved meanwhile, over a reload either', () => {
  fc.assert(
    fc.property(shared, (actions) => {
      let editor = createEditor({ document: EMPTY_MODEL, layout: EMPTY_LAYOUT, canEdit: true });
      const said = new Map<string, string>();
      const told = () => {
        for (const record of Object.values(editor.get().document.records))
          if (record.kind === 'entity' && said.has(record.id)) expect(record.description).toBe(said.get(record.id));
      };
      for (const { do: what, id, words } of actions) {
        const { document } = editor.get();
        const record = document.records[id];
        const known = record?.kind === 'entity' ? record : null;
        if (what === 'mine') editor.edit('Name', put(known ? { ...known, name: words } : entity(id, words)));
        if (what === 'mine' && !known) said.delete(id);
        if (what === 'drop') editor.edit('Drop', drop(id));
        if (what === 'theirDrop') editor.adopt(drop(id)(document));
        if (what === 'theirs' && known) {
          said.set(id, words);
          editor.adopt(put({ ...known, description: words })(document));
        }
        if (what === 'undo') editor.undo();
        if (what === 'redo') editor.redo();
        if (what === 'reload') {
          const { layout, history } = editor.get();
          const scene = { document, layout };
          editor = createEditor({ ...scene, canEdit: true, history: readHistory(writeHistory(history), scene) });
          expect(editor.get().history).toEqual(history);
        }
        told();
      }
      while (editor.undo() !== null) told();
      while (editor.redo() !== null) told();
    }),
  );
});

test('what is undone after a reload is laid on what others made of it meanwhile; what stands elsewhere by now stays', () => {
  const editor = open();
  editor.edit('Add', put(entity('a')), [['a', { x: 0, y: 0 }]]);
  editor.edit('Rename', put(entity('a', 'orders')));
  editor.move('Move', [['a', { x: 9, y: 0 }]]);
  const text = writeHistory(editor.get().history);
  const document = put({ ...entity('a', 'orders'), description: 'Theirs' })(editor.get().document);
  const layout = { ...EMPTY_LAYOUT, positions: { a: { x: 50, y: 0 } } };
  const again = createEditor({ document, layout, canEdit: true, history: readHistory(text, { document, layout }) });
  expect(again.undo()).toBe('Rename');
  expect(again.get().document.records.a).toEqual({ ...entity('a'), description: 'Theirs' });
  expect(again.get().layout.positions).toEqual({ a: { x: 50, y: 0 } });
  const gone = drop('a')(document);
  expect(readHistory(text, { document: gone, layout: EMPTY_LAYOUT })).toEqual({ done: [], undone: [] });
});

test('of what others removed no step brings back a part, over a reload either', () => {
  const base = aShop();
  const [field] = attributesIn(base, 'order');
  for (const isReloaded of [false, true]) {
    let editor = createEditor({ document: base, layout: EMPTY_LAYOUT, canEdit: true });
    editor.edit('Delete a field', (document) => removeRecords(document, [field?.id ?? '']));
    const gone = removeRecords(editor.get().document, ['order']);
    if (!isReloaded) editor.adopt(gone);
    else {
      const history = readHistory(writeHistory(editor.get().history), { document: gone, layout: EMPTY_LAYOUT });
      editor = createEditor({ document: gone, layout: EMPTY_LAYOUT, canEdit: true, history });
    }
    while (editor.undo() !== null);
    expect(recordAt(editor.get().document, field?.id ?? '')).toBe(null);
    expect(editor.get().document.records.order).toBe(undefined);
  }
});

test('what others save while one types is no part of what one typed', () => {
  const editor = open();
  editor.edit('Add', put(entity('a')));
  editor.begin('Rename');
  editor.edit('Rename', put(entity('a', 'ord')));
  editor.adopt(put(entity('b'))(editor.get().document));
  editor.edit('Rename', put(entity('a', 'orders')));
  editor.commit();
  editor.undo();
  expect(editor.get().document.records).toEqual({ a: entity('a'), b: entity('b') });
});

test('of a long way back the newest steps are kept, and of a text that is none, nothing', () => {
  const editor = open();
  for (let step = 0; step < 300; step++)
    editor.edit(`${step}`, put({ ...entity('a'), description: 'x'.repeat(step * 100) }));
  const text = writeHistory(editor.get().history);
  expect(text.length).toBeLessThanOrEqual(1_000_000);
  const { done } = readHistory(text, editor.get());
  expect(done.at(-1)?.words).toBe('299');
  expect(done.length).toBeGreaterThan(5);
  for (const torn of ['', 'null', '{"done":[]}', text.slice(0, -1)])
    expect(readHistory(torn, editor.get())).toEqual({ done: [], undone: [] });
});
