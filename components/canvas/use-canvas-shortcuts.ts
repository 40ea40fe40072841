import { useReactFlow } from '@xyflow/react';
import { type RefObject, useCallback, useMemo, useState } from 'react';
import { toast } from 'sonner';
import { gliding } from '@/components/ui/gliding';
import { attributesIn, indexModel, recordAt, recordOf } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { bringIntoSight } from './bring-into-sight';
import type { CanvasSceneStore } from './canvas-scene';
import { useCanvasVerbs } from './canvas-verbs-context';
import { CARD_WIDTH } from './card-geometry';
import { type Direction, nearestCard, readingOrder } from './nearest-card';
import { cardsOfRecord } from './neighbourhood';
import { useCanvasKeys } from './use-canvas-keys';
import { useToldUndo } from './use-told-undo';

type Hands = {
  scene: CanvasSceneStore;
  tidy: () => void;
  fitAll: () => void;
  fitCards: (ids: readonly RecordId[]) => void;
  board: RefObject<HTMLElement | null>;
};
const NUDGE = 8;
const NUDGE_FAR = 40;
const STEP_MS = 120;

/** The canvas by keyboard alone, and the same verbs for the toolbar. */
export function useCanvasShortcuts({ scene, tidy, fitAll, fitCards, board }: Hands) {
  const verbs = useCanvasVerbs();
  const { editor, areas } = verbs;
  const flow = useReactFlow();
  const [said, setSaid] = useState('');
  const { undo, redo } = useToldUndo(setSaid);

  const centre = () => {
    const { left = 0, top = 0, width = 0, height = 0 } = board.current?.getBoundingClientRect() ?? {};
    return { screen: { x: left + width / 2, y: top + height / 2 } };
  };
  const addEntity = () => {
    const at = flow.screenToFlowPosition(centre().screen);
    verbs.addEntity({ x: at.x - CARD_WIDTH / 2, y: at.y - 60 });
  };
  const drawMetric = () => {
    const drawn = drawnFrom(editor.get().selection, verbs);
    if (drawn) verbs.draw({ ...drawn, at: centre().screen, dropAt: null });
    else toast('There is nothing to count yet', { description: 'Add an entity first: N, or from what exists.' });
  };
  const join = () => {
    const { selection, document } = editor.get();
    const record = recordAt(document, selection[0] ?? null);
    if (record?.kind === 'attribute') verbs.startJoining(record.id);
  };

  const showSelection = useCallback(() => {
    const { selection, document } = editor.get();
    const cards = selection.flatMap((id) => cardsOfRecord(document, id));
    const ids = cards.length > 0 ? cards : areas.selected();
    if (ids.length > 0) fitCards(ids);
  }, [editor, areas, fitCards]);
  const selectAll = useCallback(() => editor.select([...scene.get().boxes.keys()]), [editor, scene]);
  const view = useMemo(
    () => ({ tidy, fit: fitAll, showSelection, selectAll }),
    [tidy, fitAll, showSelection, selectAll],
  );

  /** Selects a card, brings it into sight and gives it the focus. */
  const goTo = (id: RecordId) => {
    editor.select([id]);
    setSaid(labelOfRecord(editor.get().document, id));
    bringIntoSight(flow, scene.get().boxes.get(id), board.current);
    requestAnimationFrame(() => {
      const card = board.current?.querySelector(`.react-flow__node[data-id="${CSS.escape(id)}"]`);
      if (card instanceof HTMLElement) card.focus({ preventScroll: true });
    });
  };
  const step = (direction: Direction) => {
    const { selection, document } = editor.get();
    const [selected] = selection;
    const record = selected === undefined ? null : recordAt(document, selected);
    if (record?.kind === 'attribute' && (direction === 'up' || direction === 'down')) {
      const fields = attributesIn(document, record.entityId).map((field) => field.id);
      const next = fields[fields.indexOf(record.id) + (direction === 'down' ? 1 : -1)];
      if (!next) return;
      editor.select([next]);
      setSaid(labelOfRecord(document, next));
      return;
    }
    const { boxes } = scene.get();
    const here = selected === undefined ? undefined : boxes.get(cardsOfRecord(document, selected)[0] ?? '');
    const next = here ? nearestCard(here, boxes, direction) : readingOrder(boxes)[0];
    if (next) goTo(next);
  };
  /** Into a card: its first field, from where arrows go on. */
  const goIn = () => {
    const { selection, document } = editor.get();
    const [first] = attributesIn(document, selection[0] ?? '');
    if (!first) return;
    editor.select([first.id]);
    setSaid(labelOfRecord(document, first.id));
  };
  const nudge = (x: number, y: number) => {
    const chosen = areas.selected();
    if (chosen.length > 0) return areas.move(chosen, { x, y });
    const { selection, layout, document } = editor.get();
    const [only] = selection;
    if (recordAt(document, only ?? null)?.kind === 'attribute') {
      if (only && y !== 0) verbs.moveField(only, y < 0 ? -1 : 1);
      return;
    }
    const placed = selection.flatMap((id) => {
      const at = layout.positions[id];
      return at ? [[id, { x: at.x + x, y: at.y + y }] as const] : [];
    });
    if (placed.length > 0) editor.move('Nudge', placed);
  };
  const rename = () => {
    const [area, other] = areas.selected();
    if (area !== undefined) return other === undefined ? areas.startNaming(area) : undefined;
    const [only, second] = editor.get().selection;
    if (only && second === undefined) verbs.startNaming(only);
  };
  const remove = () => {
    const chosen = areas.selected();
    if (chosen.length > 0) areas.remove(chosen);
    else verbs.remove(editor.get().selection);
  };
  const goToCard = () => {
    const { selection, document } = editor.get();
    const field = recordOf(document, 'attribute', selection[0] ?? null);
    if (field) goTo(field.entityId);
    return field !== null;
  };
  const goOut = () => {
    if (areas.selected().length > 0) return areas.select([]);
    if (!goToCard()) editor.select([]);
  };
  useCanvasKeys({
    n: addEntity,
    m: drawMetric,
    j: join,
    f: goIn,
    i: goToInspector,
    t: tidy,
    h: () => verbs.hide(editor.get().selection),
    'shift+h': () => verbs.unhide(),
    enter: rename,
    'shift+enter': goToCard,
    f2: rename,
    escape: goOut,
    delete: remove,
    backspace: remove,
    'mod+z': undo,
    'mod+shift+z': redo,
    'mod+y': redo,
    'mod+d': () => verbs.duplicate(editor.get().selection),
    'mod+a': selectAll,
    'mod+shift+a': () => {
      areas.select([]);
      editor.select([]);
    },
    b: () => areas.toggleFolded(areas.selected()),
    'mod+g': areas.group,
    'mod+shift+g': areas.ungroup,
    ...onEachKey(['+', '=', 'shift++', 'mod+=', 'mod++'], () => void flow.zoomIn(gliding(STEP_MS))),
    ...onEachKey(['-', 'shift+_', 'mod+-'], () => void flow.zoomOut(gliding(STEP_MS))),
    ...onEachKey(['0', 'shift+0', 'mod+0'], () => void flow.zoomTo(1, gliding(STEP_MS))),
    'shift+1': () => fitAll(),
    'shift+2': showSelection,
    arrowleft: () => step('left'),
    arrowright: () => step('right'),
    arrowup: () => step('up'),
    arrowdown: () => step('down'),
    'alt+arrowleft': () => nudge(-NUDGE, 0),
    'alt+arrowright': () => nudge(NUDGE, 0),
    'alt+arrowup': () => nudge(0, -NUDGE),
    'alt+arrowdown': () => nudge(0, NUDGE),
    'shift+arrowleft': () => nudge(-NUDGE_FAR, 0),
    'shift+arrowright': () => nudge(NUDGE_FAR, 0),
    'shift+arrowup': () => nudge(0, -NUDGE_FAR),
    'shift+arrowdown': () => nudge(0, NUDGE_FAR),
  });

  return { said, view, addEntity, drawMetric, undo, redo, goTo };
}

/** The same wherever a keyboard has the sign. */
function onEachKey(keys: readonly string[], run: () => void): Record<string, () => void> {
  return Object.fromEntries(keys.map((key) => [key, run]));
}

/** To the first thing beside the board that can be changed; from there Tab goes on. */
function goToInspector(): void {
  document.querySelector<HTMLElement>('[data-inspector] :is(input, textarea, button):not(:disabled)')?.focus();
}

/** What a metric is drawn from when nothing was dragged: the selected field, else the selected or first entity's rows. */
function drawnFrom(selection: readonly RecordId[], { editor }: ReturnType<typeof useCanvasVerbs>) {
  const { document } = editor.get();
  const record = recordAt(document, selection[0] ?? null);
  if (record?.kind === 'attribute') return { entityId: record.entityId, attributeId: record.id };
  const entityId = record?.kind === 'entity' ? record.id : indexModel(document).byKind.entity[0]?.id;
  return entityId === undefined ? null : { entityId, attributeId: null };
}
