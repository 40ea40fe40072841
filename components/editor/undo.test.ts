import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anEdit } from '@/lib/model/edits/random-edit';
import { EMPTY_MODEL } from '@/lib/model/records';
import { EMPTY_LAYOUT, withNamed } from './canvas-layout';
import { createEditor } from './editor';

const EDITS = 1_000;

/** Every fifth gesture moves, pins, hides, frames or keeps a view; the rest change the model. */
function gesture(editor: ReturnType<typeof createEditor>, choice: number, index: number) {
  const ids = Object.keys(editor.get().document.records);
  const id = ids[choice % Math.max(1, ids.length)] ?? 'nothing';
  if (index % 5 !== 0) {
    editor.edit('Edit', (document) => anEdit(document, choice, `r${index}`), [
      [`r${index}-0`, { x: index, y: choice }],
    ]);
    return;
  }
  const { pinned, hidden, views, areas } = editor.get().layout;
  const box = { x: 0, y: 0, width: 1, height: 1 };
  const framed = {
    name: id,
    color: 'blue' as const,
    members: ids.slice(choice % 7, (choice % 7) + 3),
    isFolded: choice % 2 === 0,
  };
  if (choice % 5 === 0) editor.move('Move', [[id, { x: choice, y: index }]]);
  if (choice % 5 === 1) editor.arrange('Pin', { pinned: [...pinned, id] });
  if (choice % 5 === 4)
    editor.arrange('Group', {
      areas: withNamed(areas, [[`a${choice % 3}`, framed.members.length > 0 ? framed : null]]),
    });
  if (choice % 5 === 2) editor.arrange('Hide', { hidden: hidden.length > 3 ? [] : [...hidden, id] });
  if (choice % 5 === 3)
    editor.arrange('Keep a view', { views: [...views, { name: id, box, hidden: [id] }].slice(-20) });
}

test('a thousand random edits undone give back the first document and the first layout exactly, and redone the last', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: EDITS, maxLength: EDITS }), (choices) => {
      const editor = createEditor({ document: EMPTY_MODEL, layout: EMPTY_LAYOUT, canEdit: true });
      for (const [index, choice] of choices.entries()) gesture(editor, choice, index);
      const end = editor.get();
      expect(end.history.done.length).toBeGreaterThan(EDITS / 2);
      while (editor.undo() !== null);
      expect(editor.get().document).toStrictEqual(EMPTY_MODEL);
      expect(editor.get().layout).toStrictEqual(EMPTY_LAYOUT);
      while (editor.redo() !== null);
      expect(editor.get().document).toStrictEqual(end.document);
      expect(editor.get().layout).toStrictEqual(end.layout);
    }),
    { numRuns: 3 },
  );
}, 60_000);
