import {
  BadgeCheck,
  Check,
  CircleHelp,
  Clock,
  Hammer,
  Handshake,
  type LucideIcon,
  MessageSquareReply,
  Scale,
  Undo2,
  UserRoundPlus,
  X,
} from 'lucide-react';
import type { AskAction } from '@/lib/reviews/ask-action';
import type { RequirementState } from '@/lib/reviews/state';

type Words = { label: string; doing: string; done: string; told: string; icon: LucideIcon; keys: string };

/** Each verb as it is offered, while it is on its way, in a sentence about the past, and as news in a word or two. */
export const askWords: Readonly<Record<AskAction, Words>> = {
  accept: { label: 'Accept', doing: 'Accepting…', done: 'accepted', told: 'Accepted', icon: Check, keys: 'a' },
  agree: {
    label: 'Agree',
    doing: 'Agreeing…',
    done: 'agreed to what was offered for',
    told: 'Agreed',
    icon: Handshake,
    keys: 'a',
  },
  verify: { label: 'It holds', doing: 'Recording…', done: 'saw hold', told: 'It holds', icon: BadgeCheck, keys: 'a' },
  implement: {
    label: 'Mark as built',
    doing: 'Recording…',
    done: 'built',
    told: 'Marked as built',
    icon: Hammer,
    keys: 'b',
  },
  answer: {
    label: 'Answer',
    doing: 'Answering…',
    done: 'asked again for',
    told: 'Asked again',
    icon: MessageSquareReply,
    keys: 'r',
  },
  decline: { label: 'Decline', doing: 'Declining…', done: 'declined', told: 'Declined', icon: X, keys: 'd' },
  withdraw: { label: 'Withdraw', doing: 'Withdrawing…', done: 'withdrew', told: 'Withdrawn', icon: Undo2, keys: 'w' },
  counter: {
    label: 'Offer something else',
    doing: 'Offering…',
    done: 'offered something else for',
    told: 'Offer made',
    icon: Scale,
    keys: 'c',
  },
  'need-information': {
    label: 'Ask a question',
    doing: 'Asking…',
    done: 'asked about',
    told: 'Question sent',
    icon: CircleHelp,
    keys: 'q',
  },
  defer: { label: 'Put off', doing: 'Putting off…', done: 'put off', told: 'Put off', icon: Clock, keys: 'l' },
  delegate: {
    label: 'Hand over',
    doing: 'Handing over…',
    done: 'handed over',
    told: 'Handed over',
    icon: UserRoundPlus,
    keys: 'h',
  },
};

/** The order in which verbs are offered: a yes first, a no second, the rest behind them. */
export const ACTIONS_IN_ORDER: readonly AskAction[] = [
  'accept',
  'agree',
  'verify',
  'implement',
  'decline',
  'answer',
  'counter',
  'need-information',
  'defer',
  'delegate',
  'withdraw',
];

/** What a verb is called where it stands: after an offer an answer asks again, after a question it answers. */
export function labelOf(action: AskAction, state: RequirementState | null): string {
  return action === 'answer' && state === 'countered' ? 'Ask again' : askWords[action].label;
}

/** Verbs that have to be told more before they can be sent. */
export function needsWords(action: AskAction): boolean {
  return !['accept', 'agree', 'verify', 'implement', 'withdraw'].includes(action);
}
