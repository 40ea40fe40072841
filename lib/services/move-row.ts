import { unreachable } from '@/lib/base/unreachable';
import type { AskMove } from '@/lib/reviews/ask-move';
import { afterMove } from '@/lib/reviews/state-machine';
import { NOTHING_NEGOTIATED } from './negotiated';
import type { Negotiated, RequirementToKeep, StoredRequirement } from './store';

/**
 * A requirement after a person's move: where it stands, what is said about it now, and both names under an agreement. An
 * answer puts it back as it was asked, with the name of whoever asks again; what was said before stays in the decisions.
 */
export function moveRow(row: StoredRequirement, move: AskMove, by: { id: string; at: Date }): RequirementToKeep {
  const { askedAt: _, askedById: __, askedWhy: ___, ...kept } = row;
  const state = afterMove(row.state, move.action);
  if (state === null) throw new Error(`chose a line that cannot be moved: ${row.id} is ${row.state}`);
  const version = row.version + 1;
  if (move.action === 'delegate') return { ...kept, state, version, delegateKey: move.to };
  const reason = move.action === 'need-information' ? null : move.reason;
  return { ...kept, ...saidBy(move, by), state, version, decidedById: by.id, decidedAt: by.at, reason };
}

function saidBy(
  move: Exclude<AskMove, { action: 'delegate' }>,
  { id, at }: { id: string; at: Date },
): Partial<Negotiated> {
  switch (move.action) {
    case 'accept':
    case 'agree':
      return { agreedById: id, agreedAt: at };
    case 'counter':
      return {
        counterValue: move.value,
        counterReason: move.reason,
        counterDate: move.date,
        counteredById: id,
        counteredAt: at,
      };
    case 'need-information':
      return { question: move.question };
    case 'defer':
      return { deferredUntil: move.until };
    case 'answer':
      return NOTHING_NEGOTIATED;
    case 'decline':
    case 'withdraw':
    case 'implement':
    case 'verify':
      return {};
    default:
      return unreachable(move);
  }
}

/** What of a move belongs to it alone, as the decision keeps it. */
export function detailOf(move: AskMove) {
  switch (move.action) {
    case 'counter':
      return { value: move.value, date: move.date };
    case 'need-information':
      return { question: move.question };
    case 'defer':
      return { until: move.until };
    case 'delegate':
      return { to: move.to };
    default:
      return null;
  }
}
