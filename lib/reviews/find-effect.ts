import type { Plan, PlanConflict, Requirement, Verdict } from '@/lib/engine/plan';
import { rowKey } from '@/lib/engine/push/asked-row';

/** A requirement before and after a change; `was` is null where it is new. */
export type EffectLine = { was: Requirement | null; now: Requirement };

/** What a change somewhere upstream does to one consumer. */
export type Effect = {
  /** Met before and not any more, or further from being met: what breaks. */
  broken: EffectLine[];
  mended: EffectLine[];
  /** Asked of somebody who was not asked before. */
  asked: Requirement[];
  /** Asked before, and of nobody any more. */
  released: Requirement[];
  /** Names of records that now have an error and are left out of the plan: their metrics are gone. */
  lost: string[];
  /** How old the whole becomes, in minutes; null where it is not known. */
  age: { before: number | null; after: number | null };
  conflicts: PlanConflict[];
};

const RANK: Readonly<Record<Verdict, number>> = { met: 0, tighten: 1, missing: 2, conflict: 3, infeasible: 4 };

/**
 * The difference between two plans of the same consumer that matters to its people. The same comparison is shown before
 * a change is saved and written about afterwards. Lines keep the order of the plan.
 */
export function findEffect(before: Plan, after: Plan): Effect {
  const known = new Map(before.requirements.map((row) => [rowKey(row), row]));
  const wanted = new Set(after.requirements.map(rowKey));
  const lines = after.requirements.map((now): EffectLine => ({ now, was: known.get(rowKey(now)) ?? null }));
  const rankOf = ({ verdict }: Requirement) => RANK[verdict];
  const told = new Set(before.conflicts.map(({ code, at }) => `${code} ${at}`));
  const leftOut = new Set(before.consumers.flatMap((one) => one.leftOut));
  return {
    broken: lines.filter(({ was, now }) => was !== null && rankOf(now) > rankOf(was)),
    mended: lines.filter(({ was, now }) => was !== null && rankOf(now) < rankOf(was)),
    asked: lines.flatMap(({ was, now }) => (was === null ? [now] : [])),
    released: before.requirements.filter((row) => !wanted.has(rowKey(row))),
    lost: after.consumers.flatMap((one) => one.leftOut.filter((name) => !leftOut.has(name))),
    age: { before: ageOf(before), after: ageOf(after) },
    conflicts: after.conflicts.filter(({ code, at }) => !told.has(`${code} ${at}`)),
  };
}

/** True when nobody of this consumer would notice. */
export function isUnchanged({ broken, mended, asked, released, lost, age, conflicts }: Effect): boolean {
  const lines = broken.length + mended.length + asked.length + released.length + lost.length + conflicts.length;
  return lines === 0 && age.before === age.after;
}

function ageOf(plan: Plan): number | null {
  return plan.consumers[0]?.composite.freshnessMinutes ?? null;
}
