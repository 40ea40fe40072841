import { askKey, entityOfTarget } from '@/lib/reviews/ask-key';
import type { RequirementState } from '@/lib/reviews/state';
import type { EventFacts } from './event-facts';

type AskEventKind = 'ask-proposed' | 'ask-covered' | 'ask-withdrawn' | 'ask-accepted' | 'ask-declined';
const KIND: Partial<Record<RequirementState, AskEventKind>> = {
  proposed: 'ask-proposed',
  covered: 'ask-covered',
  withdrawn: 'ask-withdrawn',
  accepted: 'ask-accepted',
  declined: 'ask-declined',
};

/** One event per ask and what came of it: an owner reads about an ask, not about forty requirements. */
export function askEvents(
  consumer: string,
  moved: readonly { row: { product: string; target: string | null }; state: RequirementState }[],
): EventFacts[] {
  const lines = new Map<string, { kind: AskEventKind; product: string; entity: string | null; lines: number }>();
  for (const { row, state } of moved) {
    const kind = KIND[state];
    if (kind === undefined) continue;
    const entity = entityOfTarget(row.target);
    const key = `${kind} ${askKey({ consumer, product: row.product, entity })}`;
    const known = lines.get(key) ?? { kind, product: row.product, entity, lines: 0 };
    lines.set(key, { ...known, lines: known.lines + 1 });
  }
  return [...lines.values()].map(({ kind, ...subject }) => ({
    kind,
    subject: { ask: askKey({ consumer, product: subject.product, entity: subject.entity }), consumer, ...subject },
  }));
}
