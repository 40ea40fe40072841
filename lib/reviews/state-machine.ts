import { AskAction } from './ask-action';
import type { RequirementState } from './state';

/**
 * How a requirement goes from asked to kept, as one table. The rows are where it stands, the columns what somebody
 * does; an empty cell is a move that does not exist, and no code anywhere decides otherwise. `change` is an edit of what
 * is asked: whatever was agreed was agreed about something else, so it is open again.
 */
export type Move = 'ask' | 'cover' | 'change' | 'end' | AskAction;

/**
 * Whose move it is: the plan computes, the provider and the consumer decide. `end` is the plan's (the last cause died),
 * `withdraw` the consumer's own, when the answer she got is not worth waiting for.
 */
export const MOVED_BY: Readonly<Record<Move, 'plan' | 'provider' | 'consumer'>> = {
  ask: 'plan',
  cover: 'plan',
  change: 'plan',
  end: 'plan',
  accept: 'provider',
  decline: 'provider',
  counter: 'provider',
  'need-information': 'provider',
  defer: 'provider',
  delegate: 'provider',
  implement: 'provider',
  agree: 'consumer',
  answer: 'consumer',
  withdraw: 'consumer',
  verify: 'consumer',
};

type Row = Partial<Readonly<Record<Move, RequirementState>>>;
const REPLANNED = { cover: 'covered', change: 'proposed', end: 'withdrawn' } as const satisfies Row;

export const TRANSITIONS: Readonly<Record<RequirementState | 'new', Row>> = {
  new: { ask: 'proposed', cover: 'covered' },
  proposed: {
    ...REPLANNED,
    accept: 'accepted',
    decline: 'declined',
    counter: 'countered',
    'need-information': 'needs-information',
    defer: 'deferred',
    delegate: 'proposed',
  },
  countered: { ...REPLANNED, agree: 'agreed', answer: 'proposed', withdraw: 'withdrawn' },
  'needs-information': { ...REPLANNED, answer: 'proposed', withdraw: 'withdrawn' },
  deferred: {
    ...REPLANNED,
    accept: 'accepted',
    decline: 'declined',
    counter: 'countered',
    'need-information': 'needs-information',
    defer: 'deferred',
    delegate: 'deferred',
    withdraw: 'withdrawn',
  },
  accepted: { ...REPLANNED, implement: 'implemented' },
  agreed: { ...REPLANNED, implement: 'implemented' },
  implemented: { ...REPLANNED, verify: 'verified' },
  verified: { ...REPLANNED },
  declined: { ...REPLANNED },
  covered: { ...REPLANNED },
  withdrawn: { ask: 'proposed', cover: 'covered' },
};

/** Where a move leads; null when it does not exist from here. */
export function afterMove(state: RequirementState | 'new', move: Move): RequirementState | null {
  return TRANSITIONS[state][move] ?? null;
}

/** True while somebody still has to decide. */
export function isOpen(state: RequirementState): boolean {
  return state === 'proposed' || state === 'countered' || state === 'needs-information' || state === 'deferred';
}

/** True once the provider has said yes, whatever has come of it since. */
export function isAgreed(state: RequirementState): boolean {
  return state === 'accepted' || state === 'agreed' || state === 'implemented' || state === 'verified';
}

/** True while the requirement has a cause. */
export function isLive(state: RequirementState): boolean {
  return state !== 'withdrawn';
}

/** The actions that exist from here, in the order they are offered; who may take which is another question. */
export function actionsFrom(state: RequirementState): AskAction[] {
  return AskAction.options.filter((action) => afterMove(state, action) !== null);
}

/** Whom an open requirement waits for: the provider decides, the consumer answers; null when it waits for nobody. */
export function waitsFor(state: RequirementState): 'provider' | 'consumer' | null {
  if (state === 'countered' || state === 'needs-information') return 'consumer';
  return isOpen(state) ? 'provider' : null;
}
