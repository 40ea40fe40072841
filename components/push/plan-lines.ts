import type { Named } from '@/lib/api/named';
import type { Preview } from '@/lib/api/preview';
import type { RequirementLine } from '@/lib/api/requirement-line';

/** What a line is against what was asked before. */
export type PlanChange = 'added' | 'tightened' | 'relaxed' | 'withdrawn' | 'unchanged';
export type PlanLine = RequirementLine & { readonly kindOfChange: PlanChange };
export type PlanProduct = { readonly key: string; readonly name: string; readonly lines: readonly PlanLine[] };
export type PlanTeam = { readonly team: Named | null; readonly products: readonly PlanProduct[] };

const CHANGES: readonly PlanChange[] = ['added', 'tightened', 'relaxed', 'withdrawn', 'unchanged'];

/** The plan as it is read: by team, then product, what needs somebody first, each line once. */
export function planByTeam(comparison: Preview['comparison']): PlanTeam[] {
  const lines = CHANGES.flatMap((change) =>
    comparison[change].map((line): PlanLine => ({ ...line, kindOfChange: change })),
  );
  const teams = new Map<string, { team: Named | null; products: Map<string, PlanLine[]> }>();
  for (const line of lines) {
    const key = line.team?.key ?? '';
    const entry = teams.get(key) ?? { team: line.team, products: new Map<string, PlanLine[]>() };
    entry.products.set(line.product, [...(entry.products.get(line.product) ?? []), line]);
    teams.set(key, entry);
  }
  return [...teams.values()]
    .map(({ team, products }) => ({
      team,
      products: [...products].map(([key, of]) => ({ key, name: of[0]?.productName ?? key, lines: of })),
    }))
    .sort((a, b) => waiting(b) - waiting(a) || nameOf(a).localeCompare(nameOf(b)));
}

/** True for a line somebody has to act on: nothing that stands today covers it. */
export function needsSomebody(line: PlanLine): boolean {
  return line.kindOfChange !== 'withdrawn' && line.kindOfChange !== 'unchanged' && line.verdict !== 'met';
}

function waiting({ products }: PlanTeam): number {
  return products.flatMap(({ lines }) => lines).filter(needsSomebody).length;
}

function nameOf({ team }: PlanTeam): string {
  return team?.name ?? '~';
}
