import { fingerprint } from '@/lib/base/fingerprint';
import { asAsked } from '@/lib/engine/push/as-asked';
import { NOTHING_NEGOTIATED, negotiatedOf } from './negotiated';
import { fingerprintAsk, type RequirementStep } from './plan-requirements';
import type { RequirementToKeep, StoredRequirement } from './store';

export type Keeping = { newId: () => string; push: string; version: number; consumer: string };
export type KeptStep = { before: StoredRequirement | null; after: RequirementToKeep };

/** The row a step of a plan leaves behind; null when everything about it is as it was. */
export function keepStep(step: RequirementStep, { newId, push, version, consumer }: Keeping): KeptStep | null {
  const { before, row, state } = step;
  const { because: causes, binding: _, dayOffset, timezone, ...asked } = asAsked(row);
  const facts = {
    ...asked,
    consumer,
    causes,
    dayOffset: dayOffset ?? null,
    timezone: timezone ?? null,
    state,
    fingerprint: fingerprintAsk(row),
  };
  const nothing = { decidedById: null, decidedAt: null, reason: null, ...NOTHING_NEGOTIATED };
  const undecided = { pushId: push, sinceVersion: version, ...nothing };
  if (before === null) return { before, after: { ...facts, ...undecided, delegateKey: null, id: newId(), version: 1 } };
  const { id, pushId, sinceVersion, decidedById, decidedAt, reason, delegateKey } = before;
  const isAskedNow = step.isMoved && state !== 'withdrawn';
  const decided = isAskedNow
    ? undecided
    : { pushId, sinceVersion, decidedById, decidedAt, reason, ...negotiatedOf(before) };
  const after: RequirementToKeep = { ...facts, ...decided, delegateKey, id, version: before.version + 1 };
  return isSame(after, before) ? null : { before, after };
}

function isSame(after: RequirementToKeep, before: RequirementToKeep): boolean {
  return fingerprint(contentOf(after)) === fingerprint(contentOf(before));
}

/** What of a row means something to a reader; when and by whom it was decided goes with its state. */
function contentOf(row: RequirementToKeep) {
  const { value, dayOffset, timezone, verdict, supply, slack, hard, approximate, role, causes, state, pushId } = row;
  return { value, dayOffset, timezone, verdict, supply, slack, hard, approximate, role, causes, state, pushId };
}
