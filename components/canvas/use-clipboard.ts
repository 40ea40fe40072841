import { useEffect, useEffectEvent } from 'react';
import { toast } from 'sonner';
import { newRecordId } from '@/components/editor/new-record-id';
import { drawPastedModel, drawPastedTables } from '@/components/start/draw-pasted';
import { looksLikeDdl, looksLikeModel, readPasted } from '@/lib/catalog/tables/read-pasted';
import { pasteRecords } from '@/lib/model/edits/paste-records';
import { cardsOf } from './canvas-cards';
import { useCanvasVerbs } from './canvas-verbs-context';
import { cardBoxes, cardHeight } from './card-boxes';
import { CARD_WIDTH } from './card-geometry';
import { copyRecords, readCopied } from './clipboard-text';
import { freeSpot } from './free-spot';
import { isTyping } from './is-typing';
import { placeMissing } from './place-missing';

/** Copy, cut and paste of what is selected, through the system's clipboard, so also between two models. */
export function useClipboard(): void {
  const { editor, view, removeNow } = useCanvasVerbs();

  const copy = useEffectEvent((event: ClipboardEvent) => {
    const { selection, document } = editor.get();
    const isTextChosen = window.getSelection()?.isCollapsed === false;
    if (isTyping(event.target) || isTextChosen || selection.length === 0 || !event.clipboardData) return;
    event.clipboardData.setData('text/plain', copyRecords(document, selection));
    event.preventDefault();
    if (event.type === 'cut' && editor.canEdit) removeNow(selection);
  });

  const paste = useEffectEvent((event: ClipboardEvent) => {
    if (isTyping(event.target) || !editor.canEdit) return;
    const text = event.clipboardData?.getData('text/plain') ?? '';
    const records = readCopied(text);
    if (!records) {
      if (!looksLikeDdl(text) && !looksLikeModel(text)) return;
      event.preventDefault();
      drawText(text);
      return;
    }
    event.preventDefault();
    const { layout } = editor.get();
    const { document, copies } = pasteRecords(editor.get().document, { records, newId: newRecordId });
    const boxes = cardBoxes(cardsOf(editor.get().document), layout, view.get().unfolded);
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
    editor.select(cards.map(({ id }) => id));
    view.patch({ revealing: cards[0]?.id ?? null });
    if (cards.length === 0) toast('Pasted', { description: 'Nothing of it stands on the canvas by itself.' });
  });

  /** Somebody's tables or model, drawn; the words of what could not be read are said. */
  function drawText(text: string) {
    const read = readPasted(text);
    const [problem] = read.ok ? (read.value.is === 'tables' ? read.value.problems : []) : read.error;
    const line = problem ? { description: `Line ${problem.line}: ${problem.words}` } : {};
    if (!read.ok) {
      toast.error('This could not be drawn', line);
      return;
    }
    const [model, second] = read.value.is === 'models' ? read.value.models : [];
    if (second) {
      toast('This file has models of several products', { description: 'Choose one under “Paste or upload”.' });
      return;
    }
    const { document, layout } = editor.get();
    const drawn =
      read.value.is === 'tables'
        ? drawPastedTables(document, read.value.tables)
        : model
          ? drawPastedModel(document, model)
          : null;
    if (!drawn) return;
    editor.edit('Paste', () => drawn.document, placeMissing(drawn.document, layout));
    editor.select(drawn.shownId === null ? [] : [drawn.shownId]);
    view.patch({ revealing: drawn.shownId });
    if (problem) toast.warning('Some of it could not be read', line);
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
