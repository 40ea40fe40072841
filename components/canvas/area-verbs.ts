import { toast } from 'sonner';
import { areasWithout } from '@/components/editor/areas-without';
import { withNamed } from '@/components/editor/canvas-layout';
import type { Editor } from '@/components/editor/editor';
import { isSameList } from '@/components/editor/is-same-list';
import { newRecordId } from '@/components/editor/new-record-id';
import type { Area, AreaColor } from '@/lib/model/area';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { nextAreaColor } from './area-colors';
import { areaFrames, frameAround } from './area-frames';
import { type Box, contains, type Point } from './box';
import { cardsOf } from './canvas-cards';
import type { CanvasViewStore } from './canvas-view';
import { cardBoxes } from './card-boxes';
import { drawnCards } from './drawn-cards';
import { cardsOfRecord } from './neighbourhood';

/** What a person can do with areas: frames with a name behind cards that belong together. */
export type AreaVerbs = {
  /** The areas that are selected; none while anything of the model is. */
  selected(): readonly string[];
  select(ids: readonly string[]): void;
  /** One by its name, several by how many they are. */
  called(ids: readonly string[]): string;
  /** Puts a frame round the cards of what is selected, which is named at once. */
  group(): void;
  /** Takes the selected frames away, or those round the selected cards, and leaves the cards selected. */
  ungroup(): void;
  startNaming(id: string): void;
  finishNaming(id: string, words: string): void;
  setColor(ids: readonly string[], color: AreaColor): void;
  /** Each into one box with its name, and out again as it was; several do as the first does. */
  toggleFolded(ids: readonly string[]): void;
  /** Opens the area a card is folded in, if it is. */
  unfoldRound(cardId: RecordId): void;
  /** Takes the frames away; what they were round stays. */
  remove(ids: readonly string[]): void;
  /** Moves everything in them, hidden cards too. */
  move(ids: readonly string[], by: Point): void;
  /** The area a card is in. */
  of(cardId: RecordId): string | null;
  takeOut(ids: readonly RecordId[]): void;
  /** Puts a new card into the area whose frame it was made in, as a part of the gesture that makes it. */
  joinAt(point: Point, cardId: RecordId): void;
};

const UNNAMED = 'Area';

export function createAreaVerbs(editor: Editor, view: CanvasViewStore): AreaVerbs {
  const areas = () => editor.get().layout.areas;
  const nameOf = (id: string) => areas()[id]?.name ?? UNNAMED;
  const put = (words: string, id: string, area: Area | null) =>
    editor.arrange(words, { areas: withNamed(areas(), [[id, area]]) });
  const called = (ids: readonly string[]) => (ids.length === 1 ? nameOf(ids[0] ?? '') : `${ids.length} areas`);
  /** The same for each of some areas, as one step. */
  const putEach = (words: string, ids: readonly string[], change: (area: Area) => Area | null) => {
    const changed = ids.flatMap((id) => {
      const area = areas()[id];
      return area ? [[id, change(area)] as const] : [];
    });
    if (changed.length > 0) editor.arrange(`${words} ${called(ids)}`, { areas: withNamed(areas(), changed) });
  };

  function selected(): readonly string[] {
    const chosen = view.get().areas.filter((id) => Object.hasOwn(areas(), id));
    return editor.get().selection.length === 0 ? chosen : [];
  }
  function select(ids: readonly string[]) {
    if (ids.length > 0) editor.select([]);
    if (!isSameList(view.get().areas, ids)) view.patch({ areas: ids });
  }
  function of(cardId: RecordId): string | null {
    return Object.keys(areas()).find((id) => areas()[id]?.members.includes(cardId)) ?? null;
  }
  function drawnBoxes(): ReadonlyMap<RecordId, Box> {
    const { document, layout } = editor.get();
    const cards = drawnCards(document, { hidden: layout.hidden, detail: view.get().detail });
    return cardBoxes(cards, layout, view.get().unfolded);
  }

  function toggleFolded(ids: readonly string[]) {
    const first = areas()[ids[0] ?? ''];
    if (!first || !editor.canEdit) return;
    const isFolded = !first.isFolded;
    if (isFolded) select(ids);
    putEach(isFolded ? 'Fold' : 'Unfold', ids, (area) => ({ ...area, isFolded }));
  }

  return {
    selected,
    called,
    select,
    of,
    group: () => {
      if (!editor.canEdit) return;
      const { document, selection } = editor.get();
      const boxes = drawnBoxes();
      const isFree = (id: RecordId) => boxes.has(id) && of(id) === null;
      const chosen = new Set(selection.flatMap((id) => cardsOfRecord(document, id)).filter((id) => boxes.has(id)));
      // The metrics that hang on an entity come along, as they do when the drawing is tidied.
      for (const card of cardsOf(document))
        if (card.kind === 'metric' && card.homeId !== null && chosen.has(card.homeId) && isFree(card.id))
          chosen.add(card.id);
      const frame = frameAround([...chosen].flatMap((id) => boxes.get(id) ?? []));
      if (!frame) {
        toast('Nothing to group yet', { description: 'Choose the cards that an area shall hold.' });
        return;
      }
      // What would lie in the frame as if it belonged there belongs there.
      for (const [id, box] of boxes) if (isFree(id) && contains(frame, box)) chosen.add(id);
      const id = newRecordId();
      const others = areasWithout(areas(), (member) => chosen.has(member));
      const area: Area = {
        name: freeName(others),
        color: nextAreaColor(others),
        members: [...chosen],
        isFolded: false,
      };
      editor.begin('Group in an area');
      editor.arrange('Group in an area', { areas: withNamed(others, [[id, area]]) });
      select([id]);
      view.patch({ renaming: { id, isNew: true } });
    },
    ungroup: () => {
      if (!editor.canEdit) return;
      const chosen = selected();
      const { document, selection } = editor.get();
      const around = selection.flatMap((id) => cardsOfRecord(document, id)).flatMap((id) => of(id) ?? []);
      const gone = chosen.length > 0 ? chosen : [...new Set(around)];
      if (gone.length === 0) return;
      const cards = gone.flatMap((id) => areas()[id]?.members ?? []);
      putEach('Ungroup', gone, () => null);
      editor.select(cards.filter((id) => drawnBoxes().has(id)));
    },
    startNaming: (id) => {
      if (!editor.canEdit) return;
      select([id]);
      view.patch({ renaming: { id, isNew: false } });
    },
    finishNaming: (id, words) => {
      const isNew = view.get().renaming?.isNew ?? false;
      const area = areas()[id];
      const name = words.trim();
      view.patch({ renaming: null });
      if (area && name !== '' && name !== area.name) put(`Rename ${area.name}`, id, { ...area, name });
      if (isNew) editor.commit();
    },
    toggleFolded,
    unfoldRound: (cardId) => {
      const id = of(cardId);
      if (id !== null && areas()[id]?.isFolded) toggleFolded([id]);
    },
    setColor: (ids, color) => putEach('Colour', ids, (area) => ({ ...area, color })),
    remove: (ids) => putEach(ids.length === 1 ? 'Delete the area' : 'Delete', ids, () => null),
    move: (ids, by) => {
      const { layout } = editor.get();
      const members = ids.flatMap((id) => layout.areas[id]?.members ?? []);
      const placed = members.flatMap((member) => {
        const at = layout.positions[member];
        return at ? [[member, { x: at.x + by.x, y: at.y + by.y }] as const] : [];
      });
      if (placed.length > 0) editor.move(`Nudge ${called(ids)}`, placed);
    },
    joinAt: (point, cardId) => {
      const hit = areaFrames(areas(), drawnBoxes()).findLast(({ area, box }) => !area.isFolded && holds(box, point));
      if (hit) put('Add', hit.id, { ...hit.area, members: [...hit.area.members, cardId] });
    },
    takeOut: (ids) => {
      const [only] = ids;
      const what = ids.length === 1 && only ? labelOfRecord(editor.get().document, only) : `${ids.length} cards`;
      editor.arrange(`Take ${what} out`, { areas: areasWithout(areas(), (id) => ids.includes(id)) });
    },
  };
}

function freeName(areas: Readonly<Record<string, Area>>): string {
  const taken = new Set(Object.values(areas).map(({ name }) => name));
  for (let number = 2; taken.has(UNNAMED); number++)
    if (!taken.has(`${UNNAMED} ${number}`)) return `${UNNAMED} ${number}`;
  return UNNAMED;
}

function holds({ x, y, width, height }: Box, at: Point): boolean {
  return at.x >= x && at.x <= x + width && at.y >= y && at.y <= y + height;
}
