import type { RecordId } from '@/lib/model/records';

/**
 * What stands out on the canvas at this moment. Each element on it is marked by itself and past React: told as nodes,
 * edges or properties, a pointer coming over a card would be news to all that is drawn.
 */
export type CanvasMarks = {
  /** What a selection concerns, while the rest of a crowd steps back; null while nothing does. */
  readonly bright: ReadonlySet<RecordId> | null;
  /** The cards of what is selected: what is being worked on lies over its neighbours. */
  readonly raised: ReadonlySet<RecordId>;
  /** The cards that are selected or under the pointer: their lines stand out. */
  readonly hotCards: ReadonlySet<RecordId>;
  /** The lines that are. */
  readonly hotLines: ReadonlySet<RecordId>;
};
type Line = { readonly id: RecordId; readonly source: RecordId; readonly target: RecordId };

export function boardMarks({ bright }: CanvasMarks): string {
  return bright === null ? '' : 'fading';
}

export function cardMarks({ bright, raised }: CanvasMarks, id: RecordId): string {
  return `${bright?.has(id) ? 'bright' : ''} ${raised.has(id) ? 'raised' : ''}`.trim();
}

export function lineMarks({ hotCards, hotLines }: CanvasMarks, { id, source, target }: Line): string {
  return hotLines.has(id) || hotCards.has(source) || hotCards.has(target) ? 'hot' : '';
}
