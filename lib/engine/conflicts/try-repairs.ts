import { compareText } from '@/lib/base/compare-text';
import { joinWords } from '@/lib/base/join-words';
import { nameFew } from '@/lib/base/name-few';
import type { PlanChange, PlanConflict, Repair, Requirement } from '../plan';
import type { PlanNames } from '../push/plan-names';
import { conflictKey, type FoundConflict, type Proposal } from './conflict-facts';
import { mustDoBetter } from './must-do-better';

/** What planning consumers together again says after a change; null when the change cannot be planned at all. */
export type PlanAgain = (
  change: PlanChange,
  consumers: readonly string[],
) => { requirements: readonly Requirement[]; conflicts: readonly FoundConflict[]; leftOut: readonly string[] } | null;

/** Null: nobody asked for a way out. */
export type RepairBudget = { plansLeft: number } | null;

const REPAIRS_MAX = 3;
const NONE_FOUND = 'Nothing that was tried resolves it.';
const NOT_TRIED = 'No way out of this was tried yet; more are tried once the others are settled.';

/**
 * A conflict with the repairs that work: each proposal is applied and the consumer planned again, and it is offered only
 * when the conflict is gone, no other one came that cannot be lived with, and what it was meant to keep is still planned.
 * What else then falls out of the plan is said in its words. Where the needs of others are in the conflict, all of them are planned together, for alone nobody would run into it. The budget is
 * shared by a whole plan, and each consumer planned costs one; when it is spent, the words say that nothing was tried.
 */
export function tryRepairs(found: FoundConflict, again: PlanAgain, budget: RepairBudget, before: Before): PlanConflict {
  const { propose, told, refuses: _, besides = [], ...rest } = found;
  const facts = { ...rest, words: rest.words ?? '' };
  if (told) return { ...facts, ...told() };
  if (budget === null) return { ...facts, repairs: [] };
  // Looking for ways out costs too, and none would be tried.
  if (propose && budget.plansLeft <= 0) return { ...facts, words: `${facts.words} ${NOT_TRIED}`, repairs: [] };
  const repairs: Repair[] = [];
  const proposals = propose?.() ?? [];
  let isSpent = false;
  for (const proposal of proposals) {
    if (repairs.length >= REPAIRS_MAX) break;
    isSpent = budget.plansLeft <= 0;
    if (isSpent) break;
    budget.plansLeft -= 1 + besides.length;
    const repair = tryRepair(found, proposal, again, before);
    if (repair && !repairs.some((known) => isSameAct(known, repair))) repairs.push(repair);
  }
  if (repairs.length > 0) return { ...facts, repairs };
  return { ...facts, words: `${facts.words} ${isSpent ? NOT_TRIED : NONE_FOUND}`, repairs };
}

/** What only takes things away, and takes the same: that one of them names more of it makes it no other way out. */
function isSameAct(one: Repair, other: Repair): boolean {
  const lost = ({ effect }: Repair) => effect.loses?.join() ?? '';
  return takesAwayOnly(one) && takesAwayOnly(other) && lost(one) !== '' && lost(one) === lost(other);
}

function takesAwayOnly({ change: { schedules, drop: _, records = [], ...others } }: Repair): boolean {
  return schedules.length === 0 && records.every(({ put }) => put.length === 0) && Object.keys(others).length === 0;
}

/** These consumers as they were planned first, and what people call what may fall out of one of them. */
export type Before = {
  standing(consumers: readonly string[]): { conflicts: readonly FoundConflict[]; leftOut: readonly string[] };
  names: PlanNames;
};

function describeFallen(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` ${joinWords(labels)} ${labels.length === 1 ? 'is' : 'are'} left out then.`;
}

/** What comes from nowhere, in the consumer's terms. */
function gapsIn(conflicts: readonly FoundConflict[]): string[] {
  return conflicts.flatMap(({ code, target }) => (code === 'gap' && target !== undefined ? [target] : [])).sort();
}

function describeWanting(labels: readonly string[]): string {
  return labels.length === 0 ? '' : ` ${nameFew(labels)} ${labels.length === 1 ? 'comes' : 'come'} from nowhere then.`;
}

function tryRepair(found: FoundConflict, proposal: Proposal, again: PlanAgain, first: Before): Repair | null {
  const change = withoutPlaces(proposal.change);
  const together = [found.consumer, ...(found.besides ?? [])];
  const after = again(change, together);
  if (!after) return null;
  const before = first.standing(together);
  const call = (name: string) =>
    name.includes('.') ? first.names.target(found.consumer, name) : first.names.metric(found.consumer, name);
  const key = conflictKey(found);
  if (after.conflicts.some((conflict) => conflictKey(conflict) === key)) return null;
  const known = new Set(before.conflicts.map(conflictKey));
  const isNew = (conflict: FoundConflict) => conflict.severity !== 'warning' && !known.has(conflictKey(conflict));
  if (after.conflicts.some(isNew)) return null;
  const fallen = [...new Set(after.leftOut.filter((name) => !before.leftOut.includes(name)))].sort();
  if (proposal.keeps !== undefined && fallen.includes(proposal.keeps)) return null;
  const loses = [...new Set([...(proposal.loses ?? []), ...fallen])].sort();
  const wanting = gapsIn(after.conflicts).filter((target) => !gapsIn(before.conflicts).includes(target));
  const freshness = after.requirements.filter(({ kind }) => kind === 'freshness');
  return {
    words: `${proposal.words}${describeFallen(fallen.filter((name) => !proposal.loses?.includes(name)).map(call))}${describeWanting(wanting.map((target) => first.names.target(found.consumer, target)))}`,
    change,
    effect: {
      freshness: Object.fromEntries(freshness.map(({ product, value }) => [product, Number(value)])),
      tighten: mustDoBetter(found.code, after.requirements),
      resolves: true,
      remaining: [...new Set(after.conflicts.map(({ code }) => code))].sort(),
      ...(loses.length > 0 ? { loses } : {}),
    },
  };
}

/** Records keep the place they have, so where they stood in a list is no part of a change: the same plan, the same bytes. */
function withoutPlaces(change: PlanChange): PlanChange {
  if (!change.records) return change;
  const records = change.records.map(({ put, remove, ...rest }) => ({
    ...rest,
    put: put.map((record) => ({ ...record, order: 0 })).sort((a, b) => compareText(a.id, b.id)),
    remove: [...remove].sort(compareText),
  }));
  return { ...change, records };
}
