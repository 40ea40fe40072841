import { expect, test } from 'vitest';
import type { DraftChange } from '@/lib/api/draft';
import type { Area, Areas } from '@/lib/model/area';
import { patchModel } from '@/lib/model/diff';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { aShop } from '@/lib/model/factories';
import type { Layout, LayoutPatch } from '@/lib/model/layout';
import { attributesIn, recordOf } from '@/lib/model/model-index';
import { EMPTY_MODEL, type EntityRecord, type ModelDocument, type ModelRecord } from '@/lib/model/records';
import { type AutosaveWorld, type SaveAnswer, startAutosave } from './autosave';
import { EMPTY_LAYOUT } from './canvas-layout';
import { createEditor } from './editor';
import { type KeptEdits, replayKept } from './kept-edits';

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
const put = (record: ModelRecord) => (document: ModelDocument) => patchModel(document, { put: [record], remove: [] });
const drop = (id: string) => (document: ModelDocument) => patchModel(document, { put: [], remove: [id] });
const change = (revision: number, records: ModelRecord[], remove: string[] = []): DraftChange => ({
  revision,
  put: records,
  remove,
  by: { key: 'bruno', name: 'Bruno' },
  at: '2026-01-01T12:00:00Z',
});

/** A service that answers what it is told to, in turn, and then accepts everything. */
function scene(
  answers: SaveAnswer[] = [],
  start: ModelDocument = EMPTY_MODEL,
  others: DraftChange[] = [],
  drawn: Areas = {},
) {
  const editor = createEditor({ document: start, layout: EMPTY_LAYOUT, canEdit: true });
  const sent: { revision: number; put: ModelRecord[]; remove: string[] }[] = [];
  const asked: number[] = [];
  const placed: Layout['positions'][] = [];
  const framed: LayoutPatch['areas'][] = [];
  const device: { kept: KeptEdits | null; keptAreas: KeptEdits['areas'][] } = { kept: null, keptAreas: [] };
  let timers: (() => void)[] = [];
  const world: AutosaveWorld = {
    save: async (revision, patch) => {
      sent.push({ revision, ...patch });
      return answers.shift() ?? { kind: 'saved', revision: revision + 1, savedAt: '2026-01-01T12:04:00Z' };
    },
    readChanges: async (since) => {
      asked.push(since);
      const changes = others.filter(({ revision }) => revision > since);
      return { revision: changes.at(-1)?.revision ?? since, changes, positions: { b: { x: 7, y: 7 } }, areas: drawn };
    },
    saveLayout: async ({ positions, areas }) => {
      placed.push(positions);
      if (areas) framed.push(areas);
      return true;
    },
    sendLast: (revision, patch) => sent.push({ revision, ...patch }),
    keep: (edits) => {
      device.kept = edits;
      if (edits && Object.keys(edits.areas).length > 0) device.keptAreas.push(edits.areas);
      return true;
    },
    after: (_delay, run) => {
      timers.push(run);
      return () => {
        timers = timers.filter((timer) => timer !== run);
      };
    },
  };
  const autosave = startAutosave(editor, { document: start, layout: EMPTY_LAYOUT, revision: 1 }, world);
  const settle = async () => {
    for (let round = 0; round < 20 && timers.length > 0; round++) {
      const due = timers;
      timers = [];
      for (const run of due) run();
      await new Promise((resolve) => setTimeout(resolve, 0));
    }
  };
  const once = async () => {
    const due = timers;
    timers = [];
    for (const run of due) run();
    await new Promise((resolve) => setTimeout(resolve, 0));
  };
  return { editor, autosave, sent, asked, placed, framed, device, settle, once, saving: () => editor.get().saving };
}

test('only what changed is sent, and it is said when it is saved', async () => {
  const { editor, sent, settle, saving } = scene(
    [],
    patchModel(EMPTY_MODEL, { put: [entity('a'), entity('b')], remove: [] }),
  );
  editor.edit('Rename', put(entity('a', 'orders')));
  expect(saving().state).toBe('unsaved');
  await settle();
  expect(sent).toEqual([{ revision: 1, put: [entity('a', 'orders')], remove: [] }]);
  expect(saving()).toEqual({ state: 'saved', at: '2026-01-01T12:04:00Z' });
});

test('typing goes on while a save is under way, and what was typed is sent next', async () => {
  const { editor, sent, once, settle } = scene();
  editor.edit('Add', put(entity('a', 'o')));
  const first = once();
  editor.edit('Rename', put(entity('a', 'or')));
  await first;
  await settle();
  expect(sent.map((save) => save.revision)).toEqual([1, 2]);
  expect(sent.at(-1)?.put).toEqual([entity('a', 'or')]);
});

test('without the network the work is kept on the device and sent when the network is back', async () => {
  const { editor, autosave, sent, device, once, settle, saving } = scene([{ kind: 'unreachable' }]);
  editor.edit('Add', put(entity('a')));
  await once();
  expect(saving()).toEqual({ state: 'offline', isKept: true });
  expect(device.kept?.put).toEqual([entity('a')]);
  autosave.retry();
  await settle();
  expect(sent).toHaveLength(2);
  expect(saving().state).toBe('saved');
  expect(device.kept).toBe(null);
});

test('a save that arrived although its answer was lost is no conflict', async () => {
  const mine = entity('a');
  const { editor, settle, saving, sent } = scene([
    { kind: 'unreachable' },
    { kind: 'stale', revision: 2, changes: [change(2, [mine])] },
  ]);
  editor.edit('Add', put(mine));
  await settle();
  expect(saving().state).toBe('saved');
  expect(sent).toHaveLength(2);
});

test('who comes too late takes in what others changed and sends the rest again', async () => {
  const { editor, sent, settle, saving } = scene([{ kind: 'stale', revision: 5, changes: [change(5, [entity('b')])] }]);
  editor.edit('Add', put(entity('a')));
  await settle();
  expect(Object.keys(editor.get().document.records).sort()).toEqual(['a', 'b']);
  expect(sent.at(-1)).toEqual({ revision: 5, put: [entity('a')], remove: [] });
  expect(saving().state).toBe('saved');
});

test('a record both touched waits for a decision, with both sides kept', async () => {
  const start = patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] });
  const { editor, autosave, sent, settle, saving } = scene(
    [{ kind: 'stale', revision: 5, changes: [change(5, [entity('a', 'theirs')])] }],
    start,
  );
  editor.edit('Rename', put(entity('a', 'mine')));
  await settle();
  const state = saving();
  expect(state.state === 'conflict' && state.conflicts).toEqual([
    { id: 'a', base: entity('a'), mine: entity('a', 'mine'), theirs: entity('a', 'theirs'), along: [], by: 'Bruno' },
  ]);
  expect(editor.get().document.records.a).toEqual(entity('a', 'mine'));
  editor.edit('Add', put(entity('b')));
  await settle();
  expect(sent).toHaveLength(1);

  autosave.decide(new Map([['a', 'theirs']]));
  await settle();
  expect(editor.get().document.records.a).toEqual(entity('a', 'theirs'));
  expect(sent.at(-1)).toEqual({ revision: 5, put: [entity('b')], remove: [] });
  expect(editor.undo()).toBe('Take the other version');
});

test('deciding for mine sends mine over theirs', async () => {
  const start = patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] });
  const { editor, autosave, sent, settle, saving } = scene(
    [{ kind: 'stale', revision: 5, changes: [change(5, [], ['a'])] }],
    start,
  );
  editor.edit('Rename', put(entity('a', 'mine')));
  await settle();
  expect(saving().state).toBe('conflict');
  autosave.decide(new Map([['a', 'mine']]));
  await settle();
  expect(sent.at(-1)).toEqual({ revision: 5, put: [entity('a', 'mine')], remove: [] });
  expect(saving().state).toBe('saved');
});

test('a refused save says why and is tried again with the next change', async () => {
  const { editor, sent, settle, saving, device } = scene([{ kind: 'refused', words: 'You may look, not change.' }]);
  editor.edit('Add', put(entity('a')));
  await settle();
  expect(saving()).toEqual({ state: 'refused', words: 'You may look, not change.', isKept: true });
  expect(device.kept?.put).toEqual([entity('a')]);
  editor.edit('Add', put(entity('b')));
  await settle();
  expect(sent).toHaveLength(2);
  expect(saving().state).toBe('saved');
});

test('when the page goes away the rest is sent at once and kept besides', () => {
  const { editor, autosave, sent, device } = scene();
  editor.edit('Add', put(entity('a')));
  autosave.leave();
  expect(sent).toEqual([{ revision: 1, put: [entity('a')], remove: [] }]);
  expect(device.kept?.put).toEqual([entity('a')]);
});

test('flushing answers whether everything arrived', async () => {
  const good = scene();
  good.editor.edit('Add', put(entity('a')));
  expect(await good.autosave.flush()).toBe(true);
  const bad = scene([{ kind: 'unreachable' }]);
  bad.editor.edit('Add', put(entity('a')));
  expect(await bad.autosave.flush()).toBe(false);
});

const kept = (edits: Partial<KeptEdits>): KeptEdits => ({
  revision: 1,
  put: [],
  remove: [],
  was: [],
  positions: {},
  areas: {},
  ...edits,
});

test('kept edits come back over the draft they were made on', () => {
  const server = patchModel(EMPTY_MODEL, { put: [entity('a'), entity('b')], remove: [] });
  const edits = kept({ put: [entity('a', 'mine'), entity('c')], remove: ['b'], was: [entity('a'), entity('b')] });
  const { document, conflicts } = replayKept(server, edits);
  expect(document.records).toEqual({ a: entity('a', 'mine'), c: entity('c') });
  expect(conflicts).toEqual([]);
});

test('kept edits that arrived after all change nothing', () => {
  const server = patchModel(EMPTY_MODEL, { put: [entity('a', 'mine')], remove: [] });
  const { document, conflicts } = replayKept(
    server,
    kept({ put: [entity('a', 'mine')], remove: ['b'], was: [entity('a'), entity('b')] }),
  );
  expect(document).toBe(server);
  expect(conflicts).toEqual([]);
});

test('kept edits on a record that changed meanwhile are a conflict, not a loss', () => {
  const server = patchModel(EMPTY_MODEL, { put: [entity('a', 'theirs')], remove: [] });
  const { document, conflicts } = replayKept(server, kept({ put: [entity('a', 'mine')], was: [entity('a')] }));
  expect(document.records.a).toEqual(entity('a', 'mine'));
  expect(conflicts.map(({ id, theirs }) => [id, theirs])).toEqual([['a', entity('a', 'theirs')]]);
});

test('a deletion of something that is gone already asks nobody', () => {
  const { editor, sent, settle } = scene([], patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] }));
  editor.edit('Drop', drop('a'));
  editor.undo();
  expect(sent).toEqual([]);
  return settle().then(() => expect(sent.flatMap((save) => save.remove)).toEqual([]));
});

test('a card is saved where it is put down, not where it is dragged over', async () => {
  const { editor, once, saving } = scene();
  editor.begin('Move a');
  editor.move('Move a', [['a', { x: 1, y: 1 }]]);
  await once();
  expect(saving().state).toBe('unsaved');
  editor.commit();
  await once();
  expect(saving().state).toBe('saved');
});

test('a card that comes back by undo says again where it stood', async () => {
  const { editor, placed, settle } = scene([], patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] }));
  editor.move('Move a', [['a', { x: 4, y: 2 }]]);
  await settle();
  editor.edit('Delete a', drop('a'));
  await settle();
  expect(placed).toEqual([{ a: { x: 4, y: 2 } }]);
  editor.undo();
  await settle();
  expect(placed).toEqual([{ a: { x: 4, y: 2 } }, { a: { x: 4, y: 2 } }]);
});

test('an area is saved by itself, kept on the device until it is, and said to be gone with its last card', async () => {
  const { editor, framed, device, settle } = scene([], patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] }));
  const area: Area = { name: 'Ours', color: 'blue', members: ['a'], isFolded: false };
  editor.move('Place a', [['a', { x: 0, y: 0 }]]);
  editor.arrange('Group', { areas: { one: area } });
  await settle();
  editor.edit('Delete a', drop('a'));
  await settle();
  editor.undo();
  await settle();
  expect(framed).toEqual([{ one: area }, { one: null }, { one: area }]);
  expect(device.keptAreas).toEqual([{ one: area }, { one: null }, { one: area }]);
  expect(device.kept).toBe(null);
});

test('what another call learnt of others’ saves is taken in as if a save had', () => {
  const { editor, autosave, saving } = scene();
  autosave.catchUp(4, [change(4, [entity('b')])]);
  expect(Object.keys(editor.get().document.records)).toEqual(['b']);
  expect(autosave.revision()).toBe(4);
  expect(saving().state).toBe('saved');
});

test('what somebody else saves is on the screen without a save of my own, in its place and not as my step', async () => {
  const others = [change(2, [entity('b')]), change(3, [entity('a', 'theirs')])];
  const { editor, autosave, sent, asked, settle, saving } = scene(
    [],
    patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] }),
    others,
  );
  autosave.follow(2);
  autosave.follow(3);
  await settle();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(editor.get().document.records).toEqual({ a: entity('a', 'theirs'), b: entity('b') });
  expect(editor.get().layout.positions).toEqual({ b: { x: 7, y: 7 } });
  expect([asked, sent, autosave.revision(), saving().state]).toEqual([[1], [], 3, 'saved']);
  expect(editor.undo()).toBe(null);
});

test('my own save is not fetched again when it is told', async () => {
  const { editor, autosave, asked, settle } = scene();
  editor.edit('Add', put(entity('a')));
  autosave.follow(2);
  expect(asked).toEqual([1]);
  await settle();
  autosave.follow(autosave.revision());
  await settle();
  expect(asked).toEqual([1]);
});

test('what I have not sent yet stays when others save, and goes out on top of theirs', async () => {
  const { editor, autosave, sent, settle, saving } = scene([], EMPTY_MODEL, [change(2, [entity('b')])]);
  editor.edit('Add', put(entity('a')));
  autosave.follow(2);
  await new Promise((resolve) => setTimeout(resolve, 0));
  await settle();
  expect(sent).toEqual([{ revision: 2, put: [entity('a')], remove: [] }]);
  expect(Object.keys(editor.get().document.records).sort()).toEqual(['a', 'b']);
  expect(saving().state).toBe('saved');
});

test('where others saved what I am changing, a person decides, and nothing is sent until then', async () => {
  const start = patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] });
  const { editor, autosave, sent, settle, saving } = scene([], start, [change(2, [entity('a', 'theirs')])]);
  editor.edit('Rename', put(entity('a', 'mine')));
  autosave.follow(2);
  await new Promise((resolve) => setTimeout(resolve, 0));
  await settle();
  expect(saving()).toMatchObject({ state: 'conflict', conflicts: [{ id: 'a', by: 'Bruno' }] });
  expect(sent).toEqual([]);
  autosave.decide(new Map([['a', 'mine']]));
  await settle();
  expect(sent).toEqual([{ revision: 2, put: [entity('a', 'mine')], remove: [] }]);
});

test('what waits for a decision waits on after a reload, together with what was done since', async () => {
  const start = patchModel(EMPTY_MODEL, { put: [entity('a')], remove: [] });
  for (const theirs of [[entity('a', 'theirs')], []]) {
    const their = { ...change(2, theirs), remove: theirs.length === 0 ? ['a'] : [] };
    const { editor, settle, device, saving, sent } = scene([{ kind: 'stale', revision: 2, changes: [their] }], start);
    editor.edit('Rename', put(entity('a', 'mine')));
    await settle();
    expect(saving().state).toBe('conflict');
    editor.edit('Add', put(entity('b')));
    await settle();
    expect(sent).toHaveLength(1);
    const server = patchModel(start, their);
    const again = device.kept && replayKept(server, device.kept);
    expect(again?.document.records).toEqual({ a: entity('a', 'mine'), b: entity('b') });
    expect(again?.conflicts).toMatchObject([{ id: 'a', base: entity('a'), mine: entity('a', 'mine') }]);
  }
});

test('what others removed while a page was closed comes back whole where somebody keeps it', async () => {
  const start = aShop();
  const [field] = attributesIn(start, 'order');
  for (const mine of [recordOf(start, 'entity', 'order'), field]) {
    if (!mine) throw new Error('the shop has orders');
    const { editor, once, device } = scene([{ kind: 'unreachable' }], start);
    editor.edit('Describe', put({ ...mine, description: 'Mine' }));
    await once();
    const server = removeRecords(start, ['order']);
    const again = device.kept && replayKept(server, device.kept);
    expect(again?.conflicts.map(({ id }) => id)).toEqual([mine.id]);
    expect(again && attributesIn(again.document, 'order').map(({ id }) => id)).toEqual(
      attributesIn(start, 'order').map(({ id }) => id),
    );
  }
});

test('what one is told of while an answer is on its way is asked for after it', async () => {
  const { autosave, asked } = scene([], EMPTY_MODEL, []);
  autosave.look();
  autosave.follow(3);
  autosave.look();
  await new Promise((resolve) => setTimeout(resolve, 0));
  expect(asked).toEqual([1, 1]);
});

test('what is drawn while others’ saves are asked for is not called saved before it is sent', async () => {
  const { editor, autosave, sent, settle, saving } = scene([], EMPTY_MODEL, []);
  autosave.look();
  editor.edit('Add', put(entity('a')));
  expect(saving().state).toBe('unsaved');
  await new Promise((resolve) => setTimeout(resolve, 0));
  await settle();
  expect(sent).toEqual([{ revision: 1, put: [entity('a')], remove: [] }]);
  expect(saving().state).toBe('saved');
});

test('nothing moves under a card in the hand', async () => {
  const { editor, autosave, once, settle } = scene([], EMPTY_MODEL, [change(2, [entity('b')])]);
  editor.begin('Move');
  autosave.follow(2);
  await once();
  expect(editor.get().document).toBe(EMPTY_MODEL);
  editor.commit();
  await settle();
  expect(Object.keys(editor.get().document.records)).toEqual(['b']);
});

test('who comes back sees the areas others drew; one changed here and not saved yet stays, and there is nothing to undo', async () => {
  const area = { name: 'Sales', color: 'blue', members: ['a'], isFolded: false } as const;
  const drawn = { one: { ...area, members: ['a'] }, two: { ...area, members: ['b'] } };
  const { editor, autosave, settle, framed } = scene([], EMPTY_MODEL, [], drawn);
  editor.arrange('Group', { areas: { two: { ...area, name: 'Mine', members: ['b'] } } });
  autosave.look();
  await settle();
  const { areas } = editor.get().layout;
  expect([areas.one?.name, areas.two?.name]).toEqual(['Sales', 'Mine']);
  expect(framed).toEqual([{ two: { ...area, name: 'Mine', members: ['b'] } }]);
  editor.undo();
  expect(Object.keys(editor.get().layout.areas)).toEqual(['one']);
});
