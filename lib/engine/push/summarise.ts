import { compareText } from '@/lib/base/compare-text';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan, Requirement } from '../plan';
import type { PlanNames } from './plan-names';

type Coverage = 'covered' | 'needs-more' | 'nobody';

/** What a plan asks of others, by team: the strip beside the drawing. Counts are of its lines, as whoever sends it reads them. */
export type PlanSummary = {
  teams: TeamSummary[];
  totals: Record<Coverage, number>;
  bytes: { needed: number; estate: number; share: number };
};
export type TeamSummary = Record<Coverage, number> & {
  team: { key: string; name: string } | null;
  products: { key: string; name: string }[];
  columns: number;
};

function coverageOf(row: Pick<Requirement, 'verdict'>): Coverage {
  if (row.verdict === 'met') return 'covered';
  return row.verdict === 'missing' ? 'nobody' : 'needs-more';
}

/** Teams by name, ownerless products last. */
export function summarisePlan(plan: Plan, snapshot: WorkspaceSnapshot, names: PlanNames): PlanSummary {
  const teams = new Map<string, TeamSummary>();
  const totals: PlanSummary['totals'] = { covered: 0, 'needs-more': 0, nobody: 0 };
  for (const row of plan.requirements) {
    const owner = names.team(row.product);
    const key = owner?.key ?? '';
    const team = teams.get(key) ?? { team: owner, products: [], columns: 0, covered: 0, 'needs-more': 0, nobody: 0 };
    teams.set(key, team);
    if (!team.products.some((product) => product.key === row.product))
      team.products.push({ key: row.product, name: names.product(row.product) });
    if (row.kind === 'attribute') team.columns += 1;
    team[coverageOf(row)] += 1;
    totals[coverageOf(row)] += 1;
  }
  const estate = snapshot.sources.flatMap(({ tables }) => tables).reduce((sum, table) => sum + table.bytes, 0);
  const needed = plan.scopes.reduce((sum, scope) => sum + scope.bytes, 0);
  return {
    teams: [...teams.values()].sort(
      (a, b) =>
        Number(a.team === null) - Number(b.team === null) || compareText(a.team?.name ?? '', b.team?.name ?? ''),
    ),
    totals,
    bytes: { needed, estate, share: estate === 0 ? 0 : needed / estate },
  };
}
