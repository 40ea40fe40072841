import { groupBy } from '@/lib/base/group-by';
import type { AskAction } from '@/lib/reviews/ask-action';
import type { AskEventKind } from '@/lib/reviews/ask-event-kind';
import { askKey, entityOfTarget } from '@/lib/reviews/ask-key';
import type { RequirementState } from '@/lib/reviews/state';
import type { KeptStep } from './keep-step';
import type { EventToAppend, RequirementToKeep } from './store';

/** What a push does to a requirement; everything else is a person's move. */
const KIND_OF_STATE: Partial<Record<RequirementState, AskEventKind>> = {
  proposed: 'ask-proposed',
  covered: 'ask-covered',
  withdrawn: 'ask-withdrawn',
};
const KIND_OF_ACTION: Readonly<Record<AskAction, AskEventKind>> = {
  accept: 'ask-accepted',
  counter: 'ask-countered',
  decline: 'ask-declined',
  'need-information': 'ask-questioned',
  defer: 'ask-deferred',
  delegate: 'ask-delegated',
  implement: 'ask-implemented',
  agree: 'ask-agreed',
  answer: 'ask-answered',
  withdraw: 'ask-withdrawn',
  verify: 'ask-verified',
};

/**
 * What a push did, one event per ask and what came of it: an owner reads about an ask, not about forty requirements. Each
 * requirement stands in it as it was before and after. A row that only learnt a new cause or supply has not moved.
 */
export function askEvents(consumer: string, kept: readonly KeptStep[]): EventToAppend[] {
  return tell(
    consumer,
    kept.flatMap((step) => {
      const kind = KIND_OF_STATE[step.after.state];
      const isMoved = step.before?.state !== step.after.state || step.before.pushId !== step.after.pushId;
      return kind === undefined || !isMoved ? [] : [{ ...step, kind }];
    }),
  );
}

/** What a person did about some lines; `to` is whom they were handed to, as that person is called now. */
export function decisionEvents(
  consumer: string,
  action: AskAction,
  moved: readonly KeptStep[],
  to?: { key: string; name: string },
): EventToAppend[] {
  return tell(
    consumer,
    moved.map((step) => ({ ...step, kind: KIND_OF_ACTION[action] })),
    to,
  );
}

function tell(
  consumer: string,
  moved: readonly (KeptStep & { kind: AskEventKind })[],
  to?: { key: string; name: string },
): EventToAppend[] {
  const placed = moved.map((step) => {
    const { product, target } = step.after;
    return { ...step, product, entity: entityOfTarget(target) };
  });
  const groups = groupBy(placed, ({ kind, product, entity }) => `${kind} ${askKey({ consumer, product, entity })}`);
  return [...groups.values()].flatMap((steps): EventToAppend[] => {
    const [first] = steps;
    if (!first) return [];
    const { kind, product, entity } = first;
    const place = { ask: askKey({ consumer, product, entity }), consumer, product, entity };
    const subject = { ...place, lines: steps.length, ...(to ? { to } : {}) };
    const before = steps.flatMap((step) => (step.before ? [stateOf(step.before)] : []));
    return [{ kind, subject, before, after: steps.map((step) => stateOf(step.after)) }];
  });
}

function stateOf({ id, state, value, counterValue, delegateKey }: RequirementToKeep) {
  return {
    requirement: id,
    state,
    value,
    ...(counterValue === null ? {} : { offered: counterValue }),
    ...(delegateKey === null ? {} : { delegate: delegateKey }),
  };
}
