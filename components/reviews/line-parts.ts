import type { AskPageLine } from '@/lib/api/asks';
import type { RequirementKind } from '@/lib/engine/plan';
import { isOpen } from '@/lib/reviews/state-machine';

/** The four questions a line can answer, in the order people ask them. */
export type LineTopic = 'what' | 'which' | 'good' | 'checked';
export const LINE_TOPICS: readonly LineTopic[] = ['good', 'what', 'which', 'checked'];

const TOPIC: Record<RequirementKind, LineTopic> = {
  entity: 'what',
  attribute: 'what',
  grain: 'what',
  relationship: 'what',
  rows: 'which',
  history: 'which',
  freshness: 'good',
  deadline: 'good',
  availability: 'good',
  completeness: 'good',
  delivery: 'good',
  stability: 'good',
  uniqueness: 'checked',
  reference: 'checked',
  validity: 'checked',
  volume: 'checked',
  reconciliation: 'checked',
  privacy: 'checked',
};

export type LinePart = { topic: LineTopic; lines: AskPageLine[] };
export type AskParts = {
  open: LinePart[];
  decided: AskPageLine[];
  covered: AskPageLine[];
  gone: AskPageLine[];
};

/** An ask's lines as they are read: what waits by topic, then what was decided, what is covered, what is gone. */
export function partLines(lines: readonly AskPageLine[]): AskParts {
  const open = lines.filter((line) => isOpen(line.state));
  return {
    open: LINE_TOPICS.map((topic) => ({ topic, lines: open.filter((line) => TOPIC[line.kind] === topic) })).filter(
      (part) => part.lines.length > 0,
    ),
    decided: lines.filter((line) => !isOpen(line.state) && line.state !== 'covered' && line.state !== 'withdrawn'),
    covered: lines.filter((line) => line.state === 'covered'),
    gone: lines.filter((line) => line.state === 'withdrawn'),
  };
}

/** The open lines in the order they stand on the page: what the arrow keys walk. */
export function linesInOrder(lines: readonly AskPageLine[]): AskPageLine[] {
  return partLines(lines).open.flatMap((part) => part.lines);
}
