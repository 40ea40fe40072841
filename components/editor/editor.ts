import type { Areas } from '@/lib/model/area';
import { diffModels } from '@/lib/model/diff';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { areasWithout } from './areas-without';
import { type CanvasLayout, type LayoutLists, type Position, withPositions } from './canvas-layout';
import { createExternalStore } from './external-store';
import { type History, NO_HISTORY, recordStep, redoStep, type Scene, undoStep } from './history';
import { rebaseDocument, rebaseHistory } from './rebase-history';
import type { Saving } from './saving';

/**
 * The one store of the studio: what is drawn, how it came about, what is selected and how it stands with the server.
 * The document changes through edits only, plain functions from document to document. A gesture (a drag, a run of
 * keystrokes in one field) is one step of undo: it begins with a mark, and the step is the difference to it.
 */
export type EditorState = Scene & {
  readonly history: History;
  readonly selection: readonly RecordId[];
  readonly saving: Saving;
  /** Counts the documents that have been; tells one from the next without comparing them. */
  readonly edition: number;
};

export type Edit = (document: ModelDocument) => ModelDocument;

export type Editor = {
  readonly canEdit: boolean;
  get(): EditorState;
  subscribe(listener: () => void): () => void;
  /** One step of undo, or a part of the gesture under way. */
  edit(words: string, change: Edit, placed?: Iterable<readonly [RecordId, Position]>): void;
  move(words: string, placed: Iterable<readonly [RecordId, Position]>): void;
  /** Pins, hides, or keeps a view: what a layout holds beside places. */
  arrange(words: string, lists: Partial<LayoutLists>): void;
  begin(words: string): void;
  isInGesture(): boolean;
  commit(): void;
  /** Ends the gesture as if it had not begun. */
  cancel(): void;
  /** The words of the step taken back or forth, or null when there was none. */
  undo(): string | null;
  redo(): string | null;
  select(ids: readonly RecordId[]): void;
  /** Gives cards without a place one; nothing a person did, so nothing to undo. */
  place(placed: Iterable<readonly [RecordId, Position]>): void;
  /** Takes over areas as others have put them; not a step of this person's. */
  frame(areas: Areas): void;
  /** Takes over a document that others have changed too; not a step of this person's, and no undo takes it back. */
  adopt(document: ModelDocument): void;
  setSaving(saving: Saving): void;
};

export function createEditor(start: Scene & { canEdit: boolean; history?: History }): Editor {
  const store = createExternalStore<EditorState>({
    document: start.document,
    layout: start.layout,
    history: start.history ?? NO_HISTORY,
    selection: [],
    saving: { state: 'saved', at: null },
    edition: 0,
  });
  let mark: { words: string; scene: Scene } | null = null;

  function show(scene: Scene, history: History) {
    const state = store.get();
    const isNewDocument = scene.document !== state.document;
    store.set({
      ...state,
      document: scene.document,
      layout: scene.layout,
      history,
      selection: isNewDocument ? stillThere(state.selection, scene.document) : state.selection,
      edition: isNewDocument ? state.edition + 1 : state.edition,
    });
  }

  function change(words: string, next: (scene: Scene) => Scene) {
    if (!start.canEdit) return;
    const before = store.get();
    const scene = next(before);
    const after = scene.document === before.document ? scene : withoutGone(scene);
    show(after, mark ? before.history : recordStep(before.history, words, before, after));
  }

  function commit() {
    if (!mark) return;
    const { words, scene } = mark;
    mark = null;
    const state = store.get();
    show(state, recordStep(state.history, words, scene, state));
  }

  function travel(step: typeof undoStep): string | null {
    commit();
    const state = store.get();
    const travelled = start.canEdit ? step(state.history, state) : null;
    if (!travelled) return null;
    show(travelled.scene, travelled.history);
    return travelled.step.words;
  }

  return {
    canEdit: start.canEdit,
    get: store.get,
    subscribe: store.subscribe,
    edit: (words, edit, placed = []) =>
      change(words, ({ document, layout }) => ({ document: edit(document), layout: withPlaced(layout, placed) })),
    move: (words, placed) => change(words, (scene) => ({ ...scene, layout: withPlaced(scene.layout, placed) })),
    arrange: (words, lists) => change(words, (scene) => ({ ...scene, layout: { ...scene.layout, ...lists } })),
    begin: (words) => {
      commit();
      mark = { words, scene: store.get() };
    },
    isInGesture: () => mark !== null,
    commit,
    cancel: () => {
      if (!mark) return;
      const { scene } = mark;
      mark = null;
      show(scene, store.get().history);
    },
    undo: () => travel(undoStep),
    redo: () => travel(redoStep),
    select: (ids) => {
      const state = store.get();
      if (!isSame(state.selection, ids)) store.set({ ...state, selection: ids });
    },
    place: (placed) => {
      const { document, layout, history } = store.get();
      show({ document, layout: withPlaced(layout, placed) }, history);
    },
    frame: (areas) => {
      const { document, layout, history } = store.get();
      show({ document, layout: { ...layout, areas } }, history);
    },
    adopt: (document) => {
      const { document: before, layout, history } = store.get();
      const theirs = diffModels(before, document);
      if (mark) mark = { ...mark, scene: { ...mark.scene, document: rebaseDocument(mark.scene.document, theirs) } };
      show({ document, layout }, rebaseHistory(history, theirs));
    },
    setSaving: (saving) => store.set({ ...store.get(), saving }),
  };
}

/** A card that is deleted leaves no place behind, nor its name in an area; undo gives both back with the card. */
function withoutGone<S extends Scene>(scene: S): S {
  const { records } = scene.document;
  const positions = Object.entries(scene.layout.positions);
  const left = positions.filter(([id]) => Object.hasOwn(records, id));
  if (left.length === positions.length) return scene;
  const areas = areasWithout(scene.layout.areas, (id) => !Object.hasOwn(records, id));
  return { ...scene, layout: { ...scene.layout, positions: Object.fromEntries(left), areas } };
}

function withPlaced(layout: CanvasLayout, placed: Iterable<readonly [RecordId, Position]>): CanvasLayout {
  const entries = [...placed];
  return entries.length === 0 ? layout : withPositions(layout, entries);
}

function stillThere(selection: readonly RecordId[], document: ModelDocument): readonly RecordId[] {
  const left = selection.filter((id) => Object.hasOwn(document.records, id));
  return left.length === selection.length ? selection : left;
}

function isSame(a: readonly RecordId[], b: readonly RecordId[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
