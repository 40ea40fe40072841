import { groupBy } from '@/lib/base/group-by';
import { askKey, entityOfTarget } from '@/lib/reviews/ask-key';
import type { RequirementState } from '@/lib/reviews/state';
import type { KeptStep } from './keep-step';
import type { EventToAppend, RequirementToKeep } from './store';

type AskEventKind = 'ask-proposed' | 'ask-covered' | 'ask-withdrawn' | 'ask-accepted' | 'ask-declined';
const KIND: Partial<Record<RequirementState, AskEventKind>> = {
  proposed: 'ask-proposed',
  covered: 'ask-covered',
  withdrawn: 'ask-withdrawn',
  accepted: 'ask-accepted',
  declined: 'ask-declined',
};

/**
 * One event per ask and what came of it: an owner reads about an ask, not about forty requirements. Each requirement
 * stands in it as it was before and after. A row that only learnt a new cause or supply has not moved.
 */
export function askEvents(consumer: string, kept: readonly KeptStep[]): EventToAppend[] {
  const moved = kept.flatMap((step) => {
    const kind = KIND[step.after.state];
    const isMoved = step.before?.state !== step.after.state || step.before.pushId !== step.after.pushId;
    if (kind === undefined || !isMoved) return [];
    const { product, target } = step.after;
    return [{ ...step, kind, product, entity: entityOfTarget(target) }];
  });
  const groups = groupBy(moved, ({ kind, product, entity }) => `${kind} ${askKey({ consumer, product, entity })}`);
  return [...groups.values()].flatMap((steps): EventToAppend[] => {
    const [first] = steps;
    if (!first) return [];
    const { kind, product, entity } = first;
    const subject = { ask: askKey({ consumer, product, entity }), consumer, product, entity, lines: steps.length };
    const before = steps.flatMap((step) => (step.before ? [stateOf(step.before)] : []));
    return [{ kind, subject, before, after: steps.map((step) => stateOf(step.after)) }];
  });
}

function stateOf({ id, state, value }: RequirementToKeep) {
  return { requirement: id, state, value };
}
