import { fingerprint } from '@/lib/base/fingerprint';
import type { Requirement } from '@/lib/engine/plan';
import { asAsked } from '@/lib/engine/push/as-asked';
import { rowKey } from '@/lib/engine/push/asked-row';
import { comparePlans, compareValues, type RequirementChange } from '@/lib/engine/push/compare-plans';
import { agreementOf } from '@/lib/reviews/agreement-of';
import type { RequirementState } from '@/lib/reviews/state';
import { afterMove, isAgreed, isLive, type Move } from '@/lib/reviews/state-machine';
import type { StoredRequirement } from './store';

/**
 * What a push does to each requirement of its consumer, decided once: the preview shows these steps, and sending writes
 * exactly them. What was agreed stays agreed while the same or less is asked; anything else is open again.
 */
export type RequirementStep = {
  change: RequirementChange['change'];
  /** What is asked now; for a withdrawn one what was asked last. */
  row: Requirement;
  before: StoredRequirement | null;
  state: RequirementState;
  /** The step moves it: somebody is asked, or need not be any more. */
  isMoved: boolean;
};

export function planRequirements(
  now: readonly Requirement[],
  recorded: readonly StoredRequirement[],
): RequirementStep[] {
  const live = recorded.filter((row) => isLive(row.state));
  const gone = new Map(recorded.filter((row) => !isLive(row.state)).map((row) => [rowKey(row), row]));
  const comparable = live.map((stored) => ({ ...toRequirement(stored), stored }));
  return comparePlans(now, comparable).map((change): RequirementStep => {
    if (change.change === 'withdrawn') {
      return step(change.change, toRequirement(change.before.stored), change.before.stored, 'end');
    }
    if (change.change === 'added') {
      const before = gone.get(rowKey(change.now)) ?? null;
      return step(change.change, change.now, before, change.now.verdict === 'met' ? 'cover' : 'ask');
    }
    const before = change.before.stored;
    return step(change.change, change.now, before, moveFor(change.change, change.now, before.state));
  });
}

function moveFor(
  change: 'tightened' | 'relaxed' | 'unchanged',
  now: Requirement,
  state: RequirementState,
): Move | null {
  const isMet = now.verdict === 'met';
  if (change !== 'tightened' && isAgreed(state)) return null;
  if (isMet) return state === 'covered' ? null : 'cover';
  if (change === 'unchanged' && state !== 'covered') return null;
  return 'change';
}

function step(
  change: RequirementStep['change'],
  row: Requirement,
  before: StoredRequirement | null,
  move: Move | null,
): RequirementStep {
  const state = move === null ? (before?.state ?? null) : afterMove(before?.state ?? 'new', move);
  if (state === null) throw new Error(`no way from ${before?.state ?? 'new'} by ${move}: ${rowKey(row)}`);
  return { change, row, before, state, isMoved: move !== null };
}

/** A recorded requirement as the engine's row: what this consumer alone asks. */
export function toRequirement(stored: StoredRequirement): Requirement {
  const { value, asked } = heldValue(stored);
  return {
    product: stored.product,
    target: stored.target,
    kind: stored.kind,
    rule: stored.rule,
    role: stored.role,
    value,
    ...(asked === undefined ? {} : { asked }),
    ...(stored.dayOffset === null ? {} : { dayOffset: stored.dayOffset }),
    ...(stored.timezone === null ? {} : { timezone: stored.timezone }),
    verdict: stored.verdict,
    supply: stored.supply,
    slack: stored.slack,
    hard: stored.hard,
    approximate: stored.approximate,
    binding: [stored.consumer],
    because: stored.causes,
  };
}

/** What holds of a recorded requirement: what was agreed, as long as that is weaker than what is asked. */
function heldValue(stored: StoredRequirement): Pick<Requirement, 'value' | 'asked'> {
  const { product, target, kind, rule, value, dayOffset } = stored;
  const agreement = agreementOf(stored);
  const place = { product, target, kind, rule, ...(dayOffset === null ? {} : { dayOffset }) };
  if (!agreement || compareValues({ ...place, value: agreement.value }, { ...place, value }) !== 'relaxed')
    return { value };
  return { value: agreement.value, asked: value };
}

/** Of what is asked: a decision is about this and nothing else. */
export function fingerprintAsk({ product, target, kind, rule, timezone, hard, ...row }: Requirement): string {
  const { value, dayOffset } = asAsked(row);
  return fingerprint({ product, target, kind, rule, value, dayOffset, timezone, hard });
}
