import type { Actor } from '@/lib/auth/actor';
import type { Requirement } from '@/lib/engine/plan';
import { explainRequirement } from '@/lib/engine/push/explain';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { RequirementState } from '@/lib/reviews/state';
import type { WhoIs } from './named-change';
import { type RequirementStep, toRequirement } from './plan-requirements';
import type { StoredRequirement } from './store';

/** Analysts read plain words; whoever builds and answers for products reads the field's. */
export function vocabularyOf(actor: Actor): Vocabulary {
  return actor.role === 'analyst' ? 'plain' : 'field';
}

export type Speaker = { names: PlanNames; vocabulary: Vocabulary; whoIs: WhoIs };
export type Line = ReturnType<typeof describeRow> & Partial<Pick<RequirementStep, 'change'>> & Decided & Previous;
type Decided = { decided: { by: { key: string; name: string }; at: string; reason: string | null } | null };
type Previous = { id?: string; previous?: Requirement['value'] };

/** A step of a plan as people read it. */
export function describeStep(step: RequirementStep, speaker: Speaker): Line {
  const { before, change } = step;
  const isChanged = change === 'tightened' || change === 'relaxed';
  return {
    ...describeRow(step.row, step.state, speaker),
    change,
    ...(before ? { id: before.id } : {}),
    ...(before && isChanged ? { previous: before.value } : {}),
    decided: before && !step.isMoved ? decidedBy(before, speaker) : null,
  };
}

/** A recorded requirement as people read it. `binding` says who needs it most, over all consumers. */
export function describeStored(stored: StoredRequirement, speaker: Speaker, binding: readonly string[]): Line {
  const row = toRequirement(stored);
  return {
    ...describeRow({ ...row, binding: binding.length > 0 ? [...binding] : row.binding }, stored.state, speaker),
    id: stored.id,
    decided: decidedBy(stored, speaker),
  };
}

function describeRow(row: Requirement, state: RequirementState, { names, vocabulary }: Speaker) {
  return {
    ...row,
    words: explainRequirement(row, names, vocabulary),
    team: names.team(row.product),
    productName: names.product(row.product),
    state,
  };
}

function decidedBy(stored: StoredRequirement, { whoIs }: Speaker): Decided['decided'] {
  const by = whoIs(stored.decidedById);
  if (by === null || stored.decidedAt === null) return null;
  return { by, at: stored.decidedAt.toISOString(), reason: stored.reason };
}
