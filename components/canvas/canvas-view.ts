import { createExternalStore, type ExternalStore } from '@/components/editor/external-store';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { Detail } from './detail';
import type { LineEndAt } from './rejoin-line';
import type { Guide } from './snap-box';

/**
 * What is going on on the canvas at this moment and means nothing tomorrow: it is in no document, no history and no
 * address. A store of its own, so that a pointer moving over cards never touches the editor's.
 */
export type CanvasView = {
  /** The record or area whose name is being typed; a new one disappears again when it stays nameless. */
  readonly renaming: { readonly id: RecordId; readonly isNew: boolean } | null;
  /** The areas that are chosen; they count while nothing of the model is selected. */
  readonly areas: readonly string[];
  /** The areas that the cards in the hand would join. */
  readonly joiningAreas: readonly string[];
  /** Long cards shown in full. */
  readonly unfolded: ReadonlySet<RecordId>;
  /** The card or line under the pointer. */
  readonly hovered: RecordId | null;
  /** The card the pointer has rested on for a while. */
  readonly dwelt: RecordId | null;
  /** Fields that light up: the ends of the line under the pointer. */
  readonly lit: readonly RecordId[];
  readonly fieldDrag: FieldDrag | null;
  /** The popover in which a metric is drawn: what it was drawn out of, and where on the screen. */
  readonly drawing: Drawing | null;
  /** A second pair of fields between two entities that are joined already: one line or two? */
  readonly joining: {
    readonly fromId: RecordId;
    readonly toId: RecordId;
    /** Those that are there. */
    readonly lineIds: readonly RecordId[];
    readonly at: Point;
  } | null;
  /** The field for which another is being looked for, to join the two. */
  readonly joiningFrom: RecordId | null;
  /** The end of a line for which another field is being looked for. */
  readonly rejoining: LineEndAt | null;
  /** What is about to be deleted, while its consequences are being read. */
  readonly removing: readonly RecordId[] | null;
  readonly isMinimapShown: boolean;
  readonly detail: Detail;
  /** What the cards being moved are in line with. */
  readonly guides: readonly Guide[];
  /** The line whose words, number and role are being changed where it stands. */
  readonly editingLine: { readonly id: RecordId; readonly at: Point } | null;
  /** A card to bring into sight as soon as it is drawn. */
  readonly revealing: RecordId | null;
  /** An area to bring into sight. */
  readonly revealingArea: string | null;
  /** The record somebody begins to comment on. */
  readonly commenting: RecordId | null;
  /** Another version that the drawing is held against. */
  readonly compared: Comparison | null;
};

/** What is not as it was in a version; cards of entities bear the changes of their parts. */
export type Comparison = {
  readonly number: number;
  readonly marks: ReadonlyMap<RecordId, 'new' | 'changed'>;
  /** What the drawing no longer has, as people call it. */
  readonly gone: readonly string[];
};

/** A field or an end of a line being dragged: over what it may be dropped, and why not over the rest. */
export type FieldDrag = {
  /** The field it hangs on. */
  readonly fromId: RecordId;
  readonly refusals: ReadonlyMap<RecordId, string | null>;
  readonly overId: RecordId | null;
  /** The end in the hand; null for a field, out of which a new line is drawn. */
  readonly end: LineEndAt | null;
};

export type Drawing = {
  readonly entityId: RecordId;
  /** Null counts the rows. */
  readonly attributeId: RecordId | null;
  readonly at: Point;
  /** Where the card shall stand; null: near its entity. */
  readonly dropAt: Point | null;
};

export type CanvasViewStore = ExternalStore<CanvasView> & { patch(change: Partial<CanvasView>): void };

export function createCanvasView(): CanvasViewStore {
  const store = createExternalStore<CanvasView>({
    renaming: null,
    areas: [],
    joiningAreas: [],
    unfolded: new Set(),
    hovered: null,
    dwelt: null,
    lit: [],
    fieldDrag: null,
    drawing: null,
    joining: null,
    joiningFrom: null,
    rejoining: null,
    removing: null,
    isMinimapShown: false,
    detail: 'auto',
    guides: [],
    editingLine: null,
    revealing: null,
    revealingArea: null,
    commenting: null,
    compared: null,
  });
  return { ...store, patch: (change) => store.set({ ...store.get(), ...change }) };
}
