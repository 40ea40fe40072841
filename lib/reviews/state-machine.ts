import type { RequirementState } from './state';

/**
 * How a requirement goes from asked to kept, as one table. The rows are where it stands, the columns what somebody
 * does; an empty cell is a move that does not exist, and no code anywhere decides otherwise. `change` is an edit of what
 * is asked: whatever was agreed was agreed about something else, so it is open again.
 */
export type Move =
  | 'ask'
  | 'cover'
  | 'change'
  | 'withdraw'
  | 'accept'
  | 'decline'
  | 'counter'
  | 'need-information'
  | 'defer'
  | 'implement'
  | 'agree'
  | 'answer'
  | 'verify';

/** Whose move it is: the plan computes, the provider and the consumer decide. */
export const MOVED_BY: Readonly<Record<Move, 'plan' | 'provider' | 'consumer'>> = {
  ask: 'plan',
  cover: 'plan',
  change: 'plan',
  withdraw: 'plan',
  accept: 'provider',
  decline: 'provider',
  counter: 'provider',
  'need-information': 'provider',
  defer: 'provider',
  implement: 'provider',
  agree: 'consumer',
  answer: 'consumer',
  verify: 'plan',
};

type Row = Partial<Readonly<Record<Move, RequirementState>>>;
const REPLANNED = { cover: 'covered', change: 'proposed', withdraw: 'withdrawn' } as const satisfies Row;

export const TRANSITIONS: Readonly<Record<RequirementState | 'new', Row>> = {
  new: { ask: 'proposed', cover: 'covered' },
  proposed: {
    ...REPLANNED,
    accept: 'accepted',
    decline: 'declined',
    counter: 'countered',
    'need-information': 'needs-information',
    defer: 'deferred',
  },
  countered: { ...REPLANNED, agree: 'agreed', answer: 'proposed' },
  'needs-information': { ...REPLANNED, answer: 'proposed' },
  deferred: { ...REPLANNED, accept: 'accepted', decline: 'declined', counter: 'countered' },
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
