import { useEffect, useEffectEvent } from 'react';
import { toast } from 'sonner';
import { newRecordId } from '@/components/editor/new-record-id';
import { looksLikeDdl, looksLikeModel, readPasted } from '@/lib/catalog/tables/read-pasted';
import { fieldsInto } from '@/lib/model/edits/fields-into';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import { recordAt } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import { cardsOf } from './canvas-cards';
import { useCanvasVerbs } from './canvas-verbs-context';
import { cardBoxes, cardHeight } from './card-boxes';
import { CARD_WIDTH } from './card-geometry';
import { copyRecords, readCopied } from './clipboard-text';
import { drawFile, drawText, refuseToDraw } from './draw-text';
import { freeSpot } from './free-spot';
import { isTyping } from './is-typing';

/** Copy, cut and paste of what is selected, through the system's clipboard, so also between two models. */
export function useClipboard(): void {
  const verbs = useCanvasVerbs();
  const { editor, view, removeNow } = verbs;

  const copy = useEffectEvent((event: ClipboardEvent) => {
    const { selection, document } = editor.get();
    const isTextChosen = window.getSelection()?.isCollapsed === false;
    if (isTyping(event.target) || isTextChosen || selection.length === 0 || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', copyRecords(document, selection));
    event.preventDefault();
    if (event.type === 'cut' && editor.canEdit) removeNow(selection);
  });

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target) || !editor.canEdit || !event.clipboardData) return;
    const text = event.clipboardData.getData('text/plain');
    const [file] = event.clipboardData.files;
    const records = readCopied(text);
    if (!records && !file && text.trim() === '') return;
    event.preventDefault();
    if (records) pasteCopied(records);
    else if (file) void drawFile(verbs, file);
    else if (readPasted(text).ok || looksLikeDdl(text) || looksLikeModel(text)) drawText(verbs, text);
    else refuseToDraw('There is nothing to draw in what was copied');
  });

  function pasteCopied(copied: readonly ModelRecord[]) {
    const { layout, selection, document: before } = editor.get();
    const entityId = entityOf(before, selection[0] ?? null);
    const fields = entityId === null ? null : fieldsInto(copied, entityId);
    const records = fields ?? copied;
    const { document, copies } = pasteRecords(before, { records, newId: newRecordId });
    if (document === before) {
      toast('Nothing could be pasted', { description: 'Choose the entity that the fields shall belong to.' });
      return;
    }
    const boxes = new Map(cardBoxes(cardsOf(before), layout, view.get().unfolded));
    const pasted = new Set(copies.values());
    const cards = cardsOf(document).filter((card) => pasted.has(card.id));
    const placed = cards.map((card) => {
      const original = [...copies].find(([, copy]) => copy === card.id)?.[0] ?? '';
      const from = layout.positions[original] ?? { x: 0, y: 0 };
      const size = { width: CARD_WIDTH, height: cardHeight(card, view.get().unfolded) };
      const spot = freeSpot({ x: from.x + 40, y: from.y + 40 }, size, [...boxes.values()]);
      boxes.set(card.id, { ...spot, ...size });
      return [card.id, spot] as const;
    });
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
}

/** The entity that is selected, or the one of the field that is. */
function entityOf(document: ModelDocument, id: RecordId | null): RecordId | null {
  const record = recordAt(document, id);
  if (record?.kind === 'attribute') return record.entityId;
  return record?.kind === 'entity' ? record.id : null;
}
