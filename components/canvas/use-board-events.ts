import { useReactFlow, useStoreApi } from '@xyflow/react';
import type { DragEvent, FocusEvent, MouseEvent } from 'react';
import { useRef } from 'react';
import { recordAt, recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import type { Point } from './box';
import type { MenuPlace } from './canvas-menu';
import type { CanvasSceneStore } from './canvas-scene';
import { type CanvasTarget, canvasTargetOf } from './canvas-target';
import { useCanvasVerbs } from './canvas-verbs-context';
import { cardAt } from './card-at';
import { drawFile } from './draw-text';
import { EXISTING_MIME } from './existing-mime';
import { fieldsBetween } from './fields-between';
import { cardsOfRecord } from './neighbourhood';
import { isOnFrame, reachedBy } from './reached-by';
import { isOverview } from './use-is-overview';

type Hands = {
  scene: CanvasSceneStore;
  fitCards: (ids: readonly RecordId[]) => void;
  onBring: (ref: string, at: Point) => void;
};

/** What the board hears for everything on it: rows, cards, lines and free ground say by their ids what they are. */
export function useBoardEvents({ scene, fitCards, onBring }: Hands) {
  const verbs = useCanvasVerbs();
  const { editor, view } = verbs;
  const flow = useReactFlow();
  const place = useRef<MenuPlace>({ target: { kind: 'pane' }, screen: { x: 0, y: 0 }, flow: { x: 0, y: 0 } });
  const fieldsBefore = useRef<RecordId[]>([]);
  const held = useRef<'none' | 'adding' | 'reaching'>('none');
  const store = useStoreApi();
  const screenOf = (event: { clientX: number; clientY: number }) => ({ x: event.clientX, y: event.clientY });
  const drawnCardAt = (event: MouseEvent) => {
    const { boxes } = scene.get();
    const isMap = isOverview(flow.getZoom(), boxes.size);
    return isMap ? cardAt(boxes, flow.screenToFlowPosition(screenOf(event))) : null;
  };

  /** Before React Flow takes the click for the card: several fields are chosen like several cards. */
  const onClickCapture = (event: MouseEvent) => {
    fieldsBefore.current = editor.get().selection.filter((id) => recordOf(editor.get().document, 'attribute', id));
    held.current = event.shiftKey ? 'reaching' : event.metaKey || event.ctrlKey ? 'adding' : 'none';
  };
  /** Shift reaches from the last one to this; with Ctrl or ⌘ it comes or goes alone. */
  const selectField = (id: RecordId) => {
    const before = held.current === 'none' ? [] : fieldsBefore.current;
    if (before.includes(id)) return editor.select(before.filter((one) => one !== id));
    const coming = held.current === 'reaching' ? fieldsBetween(editor.get().document, before.at(-1), id) : [id];
    editor.select([...new Set([...before, ...coming])]);
  };
  /** A click on one of several cards that are chosen is for that one; into the frame around them, clear of all, for none. */
  const selectOne = (target: CanvasTarget, isFramed: boolean) => {
    if (held.current !== 'none' || !(isFramed || editor.get().selection.length > 1)) return;
    if (target.kind === 'card') editor.select([target.id]);
    else if (isFramed && target.kind === 'pane') editor.select([]);
    if (isFramed) store.setState({ nodesSelectionActive: false });
  };
  const onClick = (event: MouseEvent) => {
    const drawn =
      event.target instanceof Element ? event.target.closest('[data-draw]')?.getAttribute('data-draw') : null;
    const field = drawn ? recordOf(editor.get().document, 'attribute', drawn) : null;
    if (field) verbs.draw({ entityId: field.entityId, attributeId: field.id, at: screenOf(event), dropAt: null });
    const target = canvasTargetOf(reachedBy(event));
    const drawnCard = target.kind === 'pane' ? drawnCardAt(event) : null;
    selectOne(target, isOnFrame(event));
    if (target.kind === 'field') selectField(target.id);
    if (drawnCard) editor.select([drawnCard]);
  };
  const onDoubleClick = (event: MouseEvent) => {
    const target = canvasTargetOf(reachedBy(event));
    const drawnCard = drawnCardAt(event);
    if (drawnCard) fitCards([drawnCard]);
    else if (target.kind === 'pane')
      verbs.addEntity(flow.screenToFlowPosition({ x: event.clientX - 120, y: event.clientY - 20 }));
    else if (target.kind === 'area') verbs.areas.startNaming(target.id);
    else if (target.kind !== 'other') verbs.startNaming(target.id);
  };
  const onContextMenuCapture = (event: MouseEvent) => {
    const target = canvasTargetOf(reachedBy(event));
    place.current = { target, screen: screenOf(event), flow: flow.screenToFlowPosition(screenOf(event)) };
    if (target.kind === 'pane' || target.kind === 'other') return;
    if (target.kind === 'area') {
      if (!verbs.areas.selected().includes(target.id)) verbs.areas.select([target.id]);
      return;
    }
    if (!editor.get().selection.includes(target.id)) editor.select([target.id]);
  };
  /** Who moves with Tab selects what they reach, and sees it: what is near the sight is in the page too. */
  const onFocusCapture = (event: FocusEvent) => {
    if (!(event.target instanceof Element) || !event.target.matches(':focus-visible')) return;
    if (!event.target.matches('.react-flow__node, .react-flow__edge')) return;
    const id = event.target.getAttribute('data-id');
    const { document } = editor.get();
    if (!id || !recordAt(document, id)) return;
    editor.select([id]);
    if (!isInside(event.target, event.currentTarget)) view.patch({ revealing: cardsOfRecord(document, id)[0] ?? null });
  };
  const onDragOver = (event: DragEvent) => {
    if (!editor.canEdit || !event.dataTransfer.types.some((type) => type === EXISTING_MIME || type === 'Files')) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'copy';
  };
  const onDrop = (event: DragEvent) => {
    const ref = event.dataTransfer.getData(EXISTING_MIME);
    const [file] = event.dataTransfer.files;
    if (!editor.canEdit || (!ref && !file)) return;
    event.preventDefault();
    if (file) void drawFile(verbs, file, flow.screenToFlowPosition(screenOf(event)));
    else onBring(ref, flow.screenToFlowPosition(screenOf(event)));
  };
  return {
    place,
    on: { onClickCapture, onClick, onDoubleClick, onContextMenuCapture, onFocusCapture, onDragOver, onDrop },
  };
}

function isInside(shown: Element, board: Element): boolean {
  const [inner, outer] = [shown.getBoundingClientRect(), board.getBoundingClientRect()];
  return inner.left < outer.right && inner.right > outer.left && inner.top < outer.bottom && inner.bottom > outer.top;
}
