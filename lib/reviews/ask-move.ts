import { ok, type Result, refuse } from '@/lib/base/result';
import type { RequirementValue } from '@/lib/engine/plan';
import type { AskAction } from './ask-action';

/** What a person does about an ask, with what belongs to it. Days are `YYYY-MM-DD`. */
export type AskMove =
  | { action: 'accept' | 'agree' | 'withdraw' | 'implement' | 'verify'; reason: string | null }
  | { action: 'decline' | 'answer'; reason: string }
  | { action: 'counter'; value: RequirementValue; reason: string; date: string | null }
  | { action: 'need-information'; question: string }
  | { action: 'defer'; until: string; reason: string | null }
  | { action: 'delegate'; to: string; reason: string | null };

/** A move as it is told, before anybody has looked whether everything is there. */
export type ToldMove = {
  action: AskAction;
  reason?: string | undefined;
  value?: RequirementValue | undefined;
  date?: string | undefined;
  question?: string | undefined;
  until?: string | undefined;
  to?: string | undefined;
};
export type MoveProblem =
  | { code: 'reason-required' }
  | { code: 'move-incomplete'; missing: 'answer' | 'value' | 'question' | 'until' | 'to' }
  | { code: 'day-passed'; day: string };

/** The move that was told, when nothing of it is missing and no day in it has passed. `today` is a day in the same clock. */
export function readMove(told: ToldMove, today: string): Result<AskMove, MoveProblem> {
  const reason = told.reason === undefined || told.reason === '' ? null : told.reason;
  switch (told.action) {
    case 'decline':
      return reason === null ? refuse({ code: 'reason-required' }) : ok({ action: told.action, reason });
    case 'answer':
      return reason === null
        ? refuse({ code: 'move-incomplete', missing: 'answer' })
        : ok({ action: told.action, reason });
    case 'counter': {
      const { value = null, date = null } = told;
      if (value === null) return refuse({ code: 'move-incomplete', missing: 'value' });
      if (reason === null) return refuse({ code: 'reason-required' });
      if (date !== null && date < today) return refuse({ code: 'day-passed', day: date });
      return ok({ action: 'counter', value, reason, date });
    }
    case 'need-information': {
      const question = told.question ?? '';
      return question === ''
        ? refuse({ code: 'move-incomplete', missing: 'question' })
        : ok({ action: told.action, question });
    }
    case 'defer': {
      const { until } = told;
      if (until === undefined) return refuse({ code: 'move-incomplete', missing: 'until' });
      return until <= today ? refuse({ code: 'day-passed', day: until }) : ok({ action: 'defer', until, reason });
    }
    case 'delegate':
      return told.to === undefined
        ? refuse({ code: 'move-incomplete', missing: 'to' })
        : ok({ action: 'delegate', to: told.to, reason });
    default:
      return ok({ action: told.action, reason });
  }
}
