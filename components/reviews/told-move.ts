import type { DecideAsk } from '@/lib/api/asks';
import type { RequirementValue } from '@/lib/engine/plan';
import type { AskAction } from '@/lib/reviews/ask-action';

/** What was typed so far. */
export type Told = { reason: string; value: RequirementValue; date: string; until: string; to: string | null };

/** The move as it is sent, or the first field that is missing and why it is needed. */
export function toldMove(
  action: AskAction,
  told: Told,
): Omit<DecideAsk, 'lines'> | { field: keyof Told; words: string } {
  const reason = told.reason.trim();
  const why = reason === '' ? {} : { reason };
  switch (action) {
    case 'decline':
      return reason === ''
        ? { field: 'reason', words: 'Say why. It is the only thing they have to go on.' }
        : { action, reason };
    case 'counter':
      if (told.value === null) return { field: 'value', words: 'Say what you can offer instead.' };
      if (reason === '') return { field: 'reason', words: 'Say why. It is the only thing they have to go on.' };
      return { action, reason, value: told.value, ...(told.date === '' ? {} : { date: told.date }) };
    case 'need-information':
      return reason === '' ? { field: 'reason', words: 'Write the question.' } : { action, question: reason };
    case 'answer':
      return reason === '' ? { field: 'reason', words: 'Write the answer.' } : { action, reason };
    case 'defer':
      return told.until === '' ? { field: 'until', words: 'Say until when.' } : { action, until: told.until, ...why };
    case 'delegate':
      return told.to === null ? { field: 'to', words: 'Say who decides instead.' } : { action, to: told.to, ...why };
    default:
      return { action, ...why };
  }
}
