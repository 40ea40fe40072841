import type { AskPageLine } from '@/lib/api/asks';
import type { RequirementKind } from '@/lib/engine/plan';
import { isLive, isOpen } from '@/lib/reviews/state-machine';

/** What nobody has comes first; then the four questions a line can answer, in the order people ask them. */
export type LineTopic = 'missing' | 'what' | 'which' | 'good' | 'checked';
const LINE_TOPICS: readonly LineTopic[] = ['missing', 'good', 'what', 'which', 'checked'];

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

type LinePart = { topic: LineTopic; lines: AskPageLine[] };
export type AskParts = {
  open: LinePart[];
  decided: AskPageLine[];
  covered: AskPageLine[];
  gone: AskPageLine[];
};

/** True of a thing nobody has, whatever was said about it, until somebody provides it. */
function isMissing({ kind, verdict, state }: AskPageLine): boolean {
  return TOPIC[kind] === 'what' && verdict === 'missing' && isLive(state) && state !== 'declined';
}

/** An ask's lines as they are read: what waits by topic, then what was decided, what is covered, what is gone. */
export function partLines(lines: readonly AskPageLine[]): AskParts {
  const open = lines.filter((line) => isOpen(line.state) || isMissing(line));
  const topicOf = (line: AskPageLine) => (isMissing(line) ? 'missing' : TOPIC[line.kind]);
  const rest = lines.filter((line) => !open.includes(line));
  return {
    open: LINE_TOPICS.map((topic) => ({ topic, lines: open.filter((line) => topicOf(line) === topic) })).filter(
      (part) => part.lines.length > 0,
    ),
    decided: rest.filter(({ state }) => state !== 'covered' && state !== 'withdrawn'),
    covered: rest.filter(({ state }) => state === 'covered'),
    gone: rest.filter(({ state }) => state === 'withdrawn'),
  };
}

/** The lines that wait for a decision in the order they stand on the page: what the arrow keys walk. */
export function linesInOrder(lines: readonly AskPageLine[]): AskPageLine[] {
  return partLines(lines).open.flatMap((part) => part.lines.filter(({ state }) => isOpen(state)));
}
