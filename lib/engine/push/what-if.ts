import { compareText } from '@/lib/base/compare-text';
import { ok, type Result } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { conflictKey } from '../conflicts/conflict-facts';
import { buildMinutes } from '../lineage/lineage';
import type { Plan, PlanChange, PlanConflict, Requirement, Verdict } from '../plan';
import { roundOff } from '../round-off';
import { applyChange } from './apply-change';
import { rowKey } from './asked-row';
import { comparePlans, type RequirementChange } from './compare-plans';
import { type PlanRefusal, planPush } from './plan-push';

/** One requirement whose verdict a change turns; null where it is not asked before, or not any more. */
type VerdictChange = { row: Requirement; from: Verdict | null; to: Verdict | null };

type ConsumerEffect = {
  consumer: string;
  /** Kept before and not kept after, or asked now and not kept. */
  worse: VerdictChange[];
  better: VerdictChange[];
  /** Minutes old, as what exists composes; null where that is unknown. */
  age: { before: number | null; after: number | null };
  appear: PlanConflict[];
  end: PlanConflict[];
  /** Rows that are added, tightened, relaxed or withdrawn and that this consumer causes. */
  asks: Record<Exclude<RequirementChange['change'], 'unchanged'>, number>;
};

/** Room to spare, in minutes of age; `covers`: more than the longest delay that the change leaves. */
type Room = { product: string; minutes: number; covers: boolean };
/** Where minutes go on a path that is too long after the change. */
type Spending = { product: string; minutes: number; on: string };

export type WhatIf = {
  before: Plan;
  after: Plan;
  /** Everything but what stays as it is. */
  comparison: RequirementChange<Requirement>[];
  effects: ConsumerEffect[];
  missingMinutes: number;
  room: Room[];
  spending: Spending[];
};

/**
 * What a change would do to these consumers, from two whole plans and nothing else: nothing is saved, and what is told is
 * what planning after the change would say. Who has room to give is read from the plan after the change.
 */
export function comparePlansUnder(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
  change: PlanChange,
): Result<WhatIf, PlanRefusal> {
  const after = applyChange(snapshot, change);
  const first = planPush(snapshot, consumers, { plansAgainMax: 0 });
  if (!first.ok) return first;
  const second = planPush(after, consumers, { plansAgainMax: 0 });
  if (!second.ok) return second;
  const [was, is] = [first.value, second.value];
  const comparison = comparePlans(is.requirements, was.requirements).filter((one) => one.change !== 'unchanged');
  const short = is.requirements.filter((row) => row.kind === 'freshness' && (row.slack ?? 0) < 0);
  const missingMinutes = roundOff(Math.max(0, ...short.map(({ slack }) => -(slack ?? 0))));
  return ok({
    before: was,
    after: is,
    comparison,
    effects: is.consumers.map(({ key }) => effectOn(key, was, is, comparison)),
    missingMinutes,
    room: roomIn(is, missingMinutes),
    spending: spendingOn(after, short),
  });
}

function effectOn(
  consumer: string,
  before: Plan,
  after: Plan,
  comparison: readonly RequirementChange<Requirement>[],
): ConsumerEffect {
  const isCausedHere = ({ because }: Requirement) => because.some((cause) => cause.consumer === consumer);
  const rowsOf = (plan: Plan) =>
    new Map(plan.requirements.filter(isCausedHere).map((row): [string, Requirement] => [rowKey(row), row]));
  const [was, is] = [rowsOf(before), rowsOf(after)];
  const turned = [...new Set([...was.keys(), ...is.keys()])].flatMap((key): VerdictChange[] => {
    const [old, now] = [was.get(key), is.get(key)];
    const row = now ?? old;
    if (!row || old?.verdict === now?.verdict) return [];
    return [{ row, from: old?.verdict ?? null, to: now?.verdict ?? null }];
  });
  const isKept = (verdict: Verdict | null) => verdict === null || verdict === 'met';
  const conflictsOf = (plan: Plan) => plan.conflicts.filter((conflict) => conflict.consumer === consumer);
  const keysOf = (plan: Plan) => new Set(conflictsOf(plan).map(conflictKey));
  const [oldKeys, newKeys] = [keysOf(before), keysOf(after)];
  const asks = { added: 0, tightened: 0, relaxed: 0, withdrawn: 0 };
  for (const one of comparison)
    if (one.change !== 'unchanged' && isCausedHere(one.change === 'withdrawn' ? one.before : one.now))
      asks[one.change] += 1;
  const ageIn = (plan: Plan) => plan.consumers.find(({ key }) => key === consumer)?.composite.freshnessMinutes ?? null;
  return {
    consumer,
    worse: turned.filter(({ from, to }) => isKept(from) && !isKept(to)),
    better: turned.filter(({ from, to }) => from !== null && !isKept(from) && isKept(to)),
    age: { before: ageIn(before), after: ageIn(after) },
    appear: conflictsOf(after).filter((conflict) => !oldKeys.has(conflictKey(conflict))),
    end: conflictsOf(before).filter((conflict) => !newKeys.has(conflictKey(conflict))),
    asks,
  };
}

/** Least first by name; the most room first. Only what is asked an age can have room in it. */
function roomIn({ requirements }: Plan, missingMinutes: number): Room[] {
  return requirements
    .flatMap(({ kind, product, slack }): Room[] =>
      kind === 'freshness' && slack !== null && slack > 0
        ? [{ product, minutes: slack, covers: missingMinutes > 0 && slack >= missingMinutes }]
        : [],
    )
    .sort((a, b) => b.minutes - a.minutes || compareText(a.product, b.product));
}

/** Each product that runs on a path that is too long, once, with the first product it is too long for. */
function spendingOn(snapshot: WorkspaceSnapshot, short: readonly Requirement[]): Spending[] {
  const builds = new Map(snapshot.products.map(({ key, build }) => [key, buildMinutes(build)]));
  const found = new Map<string, Spending>();
  for (const { product: on, because } of short)
    for (const { path } of because)
      for (const product of path) {
        const { every, takes } = builds.get(product) ?? { every: 0, takes: 0 };
        if (product !== on && every + takes > 0 && !found.has(product))
          found.set(product, { product, minutes: every + takes, on });
      }
  return [...found.values()].sort((a, b) => b.minutes - a.minutes || compareText(a.product, b.product));
}
