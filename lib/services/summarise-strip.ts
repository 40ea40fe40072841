import { describeMinutes } from '@/lib/base/duration';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan } from '@/lib/engine/plan';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import { summarisePlan, type TeamSummary } from '@/lib/engine/push/summarise';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';

/** "What this asks of others": per team and in all, and whether the age that is asked for can be had at all. */
export function summariseStrip(plan: Plan, document: ModelDocument, snapshot: WorkspaceSnapshot, names: PlanNames) {
  const { teams, totals, bytes } = summarisePlan(plan, snapshot, names);
  return {
    teams: teams.map(({ 'needs-more': needsMore, ...team }) => ({
      ...team,
      needsMore,
      words: describeTeam(team, needsMore),
    })),
    totals: { covered: totals.covered, needsMore: totals['needs-more'], nobody: totals.nobody },
    bytes,
    freshness: summariseFreshness(plan, document, names),
    conflicts: summariseConflicts(plan, snapshot),
  };
}

/** Everything else that stands in the way, with the people it takes; how fresh it can be is told by itself. */
function summariseConflicts({ conflicts }: Plan, { teams }: WorkspaceSnapshot) {
  const teamNames = new Map(teams.map(({ key, name }) => [key, name]));
  return conflicts
    .filter(({ code }) => code !== 'infeasible-freshness')
    .map(({ code, at, target, severity, words, people, repairs }) => ({
      code,
      at,
      target: target ?? null,
      severity: severity ?? ('error' as const),
      words,
      people: (people ?? []).map(({ team }) => ({ key: team, name: teamNames.get(team) ?? team })),
      repairs,
    }));
}

function describeTeam({ covered, nobody, team }: Omit<TeamSummary, 'needs-more'>, needsMore: number): string {
  if (needsMore + nobody === 0) return covered === 0 ? 'Nothing to decide.' : `All ${covered} covered.`;
  const parts = [
    ...(covered > 0 ? [`${covered} covered`] : []),
    ...(needsMore > 0 ? [`${needsMore} ${needsMore === 1 ? 'needs' : 'need'} more`] : []),
    ...(nobody > 0 ? [`${nobody} nobody offers yet`] : []),
  ];
  return `${parts.join(', ')}${team === null ? ', and nobody owns it' : ''}.`;
}

function summariseFreshness(plan: Plan, document: ModelDocument, names: PlanNames) {
  const stated = indexModel(document).byKind.expectation.flatMap(({ rule }) =>
    rule.rule === 'freshness' ? [rule.maxMinutes] : [],
  );
  const maxMinutes = stated.length === 0 ? null : Math.min(...stated);
  const late = plan.conflicts.filter(({ code }) => code === 'infeasible-freshness');
  const [first] = late;
  const age = plan.consumers[0]?.composite.freshnessMinutes ?? null;
  const agreed = plan.consumers[0]?.agreed?.freshnessMinutes ?? null;
  const allowed = agreed ?? maxMinutes;
  return {
    maxMinutes,
    agreedMinutes: agreed,
    feasible: first === undefined,
    isMet: first === undefined && (allowed === null || (age !== null && age <= allowed)),
    words: first?.words ?? describeAge(maxMinutes, agreed, age),
    conflicts: late.map(({ at, words, products, repairs }) => ({
      at,
      words,
      products: products.map((key) => ({ key, name: names.product(key) })),
      repairs,
    })),
  };
}

function describeAge(maxMinutes: number | null, agreed: number | null, age: number | null): string {
  const now = age === null ? '' : ` What exists makes it at most ${describeMinutes(age)} old.`;
  if (maxMinutes === null) return `You have not said how old it may be.${now}`;
  const late = age === null ? 0 : age - (agreed ?? maxMinutes);
  const settled = agreed === null ? '' : `, and you agreed to ${describeMinutes(agreed)}`;
  const more = late > 0 ? ` That is ${describeMinutes(late)} too old: some would have to promise more.` : '';
  const unknown = age === null ? ' How old it will be, nobody promises yet.' : '';
  return `It may be at most ${describeMinutes(maxMinutes)} old${settled}.${now}${more}${unknown}`;
}
