import { useEffect, useEffectEvent } from 'react';
import { toast } from 'sonner';
import { newRecordId } from '@/components/editor/new-record-id';
import { isMeantToBeDrawn } from '@/lib/catalog/tables/read-pasted';
import { fieldsInto } from '@/lib/model/edits/fields-into';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument, RecordId } from '@/lib/model/records';
import { boxAround, type Point } from './box';
import { cardsOf } from './canvas-cards';
import { useCanvasVerbs } from './canvas-verbs-context';
import { cardBoxes, cardHeight } from './card-boxes';
import { boxAt, HEAD_HEIGHT } from './card-geometry';
import { type Copied, copyRecords, readCopied } from './clipboard-text';
import { drawFile, drawText, refuseToDraw } from './draw-text';
import { isTyping } from './is-typing';
import { placeAt } from './place-at';
import { useStable } from './use-stable';

/**
 * Copy, cut and paste of what is selected, through the system's clipboard, so also between two models. Answers how a menu
 * pastes at a place; where the browser keeps the clipboard to itself, the key is told.
 */
export function useClipboard(pointer: () => Point | null): (place: Point) => void {
  const verbs = useCanvasVerbs();
  const { editor, view, removeNow } = verbs;

  const copy = useEffectEvent((event: ClipboardEvent) => {
    const { selection, document, layout } = editor.get();
    const isTextChosen = window.getSelection()?.isCollapsed === false;
    if (isTyping(event.target) || isTextChosen || selection.length === 0 || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', copyRecords(document, selection, layout.positions));
    event.preventDefault();
    if (event.type === 'cut' && editor.canEdit) removeNow(selection);
  });

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target) || !editor.canEdit || !event.clipboardData) return;
    const text = event.clipboardData.getData('text/plain');
    const [file] = event.clipboardData.files;
    if (!file && text.trim() === '') return;
    event.preventDefault();
    if (file && !readCopied(text)) void drawFile(verbs, file, pointer());
    else pasteText(text, pointer());
  });

  const pasteAt = useStable((place: Point) => {
    const { clipboard } = navigator;
    void (clipboard ? clipboard.readText() : Promise.reject(new Error('There is no clipboard.'))).then(
      (text) => pasteText(text, place),
      () =>
        toast('The browser does not tell a menu what was copied', { description: 'Paste it with the key instead.' }),
    );
  });

  function pasteText(text: string, place: Point | null) {
    const copied = readCopied(text);
    if (copied) pasteCopied(copied, place);
    else if (isMeantToBeDrawn(text)) drawText(verbs, text, place);
    else refuseToDraw('There is nothing to draw in what was copied');
  }

  function pasteCopied({ records: copied, places }: Copied, place: Point | null) {
    const { layout, selection, document: before } = editor.get();
    const entityId = entityOf(before, selection[0] ?? null);
    const fields = entityId === null ? null : fieldsInto(copied, entityId);
    const records = fields ?? copied;
    const { document, copies } = pasteRecords(before, { records, newId: newRecordId });
    if (document === before) {
      toast('Nothing could be pasted', { description: 'Choose the entity that the fields shall belong to.' });
      return;
    }
    const { unfolded } = view.get();
    const pasted = new Set(copies.values());
    const cards = cardsOf(document).filter((card) => pasted.has(card.id));
    const taken = [...cardBoxes(cardsOf(before), layout, unfolded).values()];
    const originals = new Map([...copies].map(([original, copy]) => [copy, original]));
    const coming = new Map(
      cards.map((card, index) => {
        const at = places[originals.get(card.id) ?? ''] ?? { x: index * 40, y: index * 40 };
        return [card.id, boxAt(at, cardHeight(card, unfolded))];
      }),
    );
    const first = boxAround([...coming.values()]);
    const beside = { x: (first?.x ?? 0) + (first?.width ?? 0) / 2 + 40, y: (first?.y ?? 0) + HEAD_HEIGHT / 2 + 40 };
    const placed = placeAt(coming, place ?? beside, taken);
    editor.edit('Paste', () => document, placed);
    editor.select(cards.length > 0 ? cards.map(({ id }) => id) : [...pasted].filter((id) => recordAt(document, id)));
    view.patch({ revealing: cards[0]?.id ?? entityId });
  }

  useEffect(() => {
    document.addEventListener('copy', copy);
    document.addEventListener('cut', copy);
    document.addEventListener('paste', paste);
    return () => {
      document.removeEventListener('copy', copy);
      document.removeEventListener('cut', copy);
      document.removeEventListener('paste', paste);
    };
  }, []);
  return pasteAt;
}

/** The entity that is selected, or the one of the field that is. */
function entityOf(document: ModelDocument, id: RecordId | null): RecordId | null {
  const record = recordAt(document, id);
  if (record?.kind === 'attribute') return record.entityId;
  return record?.kind === 'entity' ? record.id : null;
}
