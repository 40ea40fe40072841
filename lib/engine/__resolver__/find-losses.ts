import type { Plan, Requirement } from '../plan';

/**
 * What a plan for fewer consumers asks and a plan for more does not. A row filter is the one thing that may go: a
 * consumer that needs all rows needs those as well.
 */
export function findLosses(fewer: Plan, more: Plan): string[] {
  const rows = new Map(more.requirements.map((row) => [keyOf(row), row]));
  const lost = fewer.requirements.flatMap((row): string[] => {
    const after = rows.get(keyOf(row));
    if (after === undefined) return row.kind === 'rows' ? [] : [`${keyOf(row)} is gone`];
    return isAtLeast(after, row)
      ? []
      : [`${keyOf(row)}: ${JSON.stringify(row.value)} became ${JSON.stringify(after.value)}`];
  });
  const scopes = fewer.scopes.flatMap(({ source, table, columns }) => {
    const after = more.scopes.find((scope) => scope.source === source && scope.table === table);
    return after && columns.every((column) => after.columns.includes(column))
      ? []
      : [`${source}.${table} lost columns`];
  });
  return [...lost, ...scopes];
}

function keyOf({ product, target, kind, rule }: Requirement): string {
  return JSON.stringify([product, target, kind, rule]);
}

function isAtLeast(after: Requirement, before: Requirement): boolean {
  if (before.role === 'direct' && after.role !== 'direct') return false;
  if (before.value === 'all') return after.value === 'all';
  if (after.value === 'all') return true;
  if (before.kind === 'deadline') return minutes(after) <= minutes(before);
  if (typeof before.value !== 'number' || typeof after.value !== 'number') return true;
  return before.kind === 'freshness' ? after.value <= before.value : after.value >= before.value;
}

function minutes({ value, dayOffset }: Requirement): number {
  const [hours = '0', rest = '0'] = String(value).split(':');
  return Number(hours) * 60 + Number(rest) + 1440 * (dayOffset ?? 0);
}
