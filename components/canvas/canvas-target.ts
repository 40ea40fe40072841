import type { RecordId } from '@/lib/model/records';

/** What on the canvas an event is about. */
export type CanvasTarget =
  | { kind: 'field'; id: RecordId }
  | { kind: 'card'; id: RecordId }
  | { kind: 'line'; id: RecordId }
  | { kind: 'area'; id: string }
  | { kind: 'pane' }
  | { kind: 'other' };

/** Reads it from the page: rows, cards, lines and areas carry their id. */
export function canvasTargetOf(target: EventTarget | null): CanvasTarget {
  if (!(target instanceof Element)) return { kind: 'other' };
  const field = target.closest('[data-field]')?.getAttribute('data-field');
  if (field) return { kind: 'field', id: field };
  const card = target.closest('.react-flow__node')?.getAttribute('data-id');
  if (card) return { kind: 'card', id: card };
  const area = target.closest('[data-area]')?.getAttribute('data-area');
  if (area) return { kind: 'area', id: area };
  const line =
    target.closest('[data-line]')?.getAttribute('data-line') ??
    target.closest('.react-flow__edge')?.getAttribute('data-id');
  if (line) return line.startsWith('measures-') ? { kind: 'pane' } : { kind: 'line', id: line };
  return target.closest('.react-flow__pane, .react-flow__selection, .react-flow__nodesselection')
    ? { kind: 'pane' }
    : { kind: 'other' };
}
