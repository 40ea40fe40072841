import { cardsOf } from '@/components/canvas/canvas-cards';
import { cardBoxes, cardHeight } from '@/components/canvas/card-boxes';
import { CARD_WIDTH } from '@/components/canvas/card-geometry';
import { freeSpot } from '@/components/canvas/free-spot';
import type { Editor } from '@/components/editor/editor';
import { newRecordId } from '@/components/editor/new-record-id';
import { labelOfRecord } from '@/lib/model/names';
import type { RecordId } from '@/lib/model/records';
import { bringMetric, type OfferedMetric } from './bring-metric';

const NOTHING_UNFOLDED: ReadonlySet<RecordId> = new Set();

/** Brings a metric another product defines, with what it counts; null when it is gone. */
export function bringMetricIn(editor: Editor, offered: OfferedMetric, at: { x: number; y: number }): RecordId | null {
  const { document, layout } = editor.get();
  const brought = editor.canEdit ? bringMetric(document, offered, newRecordId) : null;
  if (!brought) return null;
  const boxes = [...cardBoxes(cardsOf(document), layout, NOTHING_UNFOLDED).values()];
  const placed = cardsOf(brought.document)
    .filter(({ id }) => !layout.positions[id])
    .map((card) => {
      const size = { width: CARD_WIDTH, height: cardHeight(card, NOTHING_UNFOLDED) };
      const spot = freeSpot(at, size, boxes);
      boxes.push({ ...spot, ...size });
      return [card.id, spot] as const;
    });
  editor.edit(`Bring ${labelOfRecord(brought.document, brought.metricId)} in`, () => brought.document, placed);
  editor.select([brought.metricId]);
  return brought.metricId;
}
