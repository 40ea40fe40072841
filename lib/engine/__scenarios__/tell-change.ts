import { describeShare } from '@/lib/base/describe-share';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan, PlanConflict, Requirement } from '../plan';
import { comparePlans } from '../push/compare-plans';
import type { Show } from './scenario';
import { tellPlan } from './tell-plan';

type Told = { plan: Plan; snapshot: WorkspaceSnapshot };

/** What the later plan asks beyond the earlier one, in lines, as far as asked. */
export function tellChange(before: Told, after: Told, show: readonly Show[]): string[] {
  const tell = (row: Requirement) => tellPlan({ ...after.plan, requirements: [row] }, show.filter(isKind)).join('');
  const asked = comparePlans(after.plan.requirements, before.plan.requirements)
    .map((one) => {
      if (one.change === 'unchanged') return '';
      const line = tell(one.change === 'withdrawn' ? one.before : one.now);
      return line === '' ? '' : `${one.change}: ${line}`;
    })
    .filter((line) => line !== '');
  return [
    ...asked,
    ...(show.includes('scopes') ? tellScopes(before, after) : []),
    ...(show.includes('conflicts') ? tellConflicts(before.plan.conflicts, after.plan.conflicts) : []),
    ...(show.includes('issues') ? tellIssues(before.plan, after.plan) : []),
  ];
}

function isKind(part: Show): boolean {
  return !['own', 'scopes', 'unused', 'conflicts', 'issues', 'not planned'].includes(part);
}

function tellScopes(before: Told, after: Told): string[] {
  const known = new Map(before.plan.scopes.map((scope) => [`${scope.source}.${scope.table}`, scope.columns]));
  const more = after.plan.scopes.flatMap(({ source, table, columns }) => {
    const added = columns.filter((column) => !known.get(`${source}.${table}`)?.includes(column));
    return added.length === 0 ? [] : [`more of ${source}.${table}: ${added.join(', ')}`];
  });
  return [...more, `bytes needed: ${describeShare(shareOf(before))}, then ${describeShare(shareOf(after))}`];
}

function shareOf({ plan, snapshot }: Told): number {
  const estate = snapshot.sources.flatMap(({ tables }) => tables).reduce((sum, { bytes }) => sum + bytes, 0);
  const needed = plan.scopes.reduce((sum, { bytes }) => sum + bytes, 0);
  return Math.round((100 * needed) / estate) / 100;
}

function tellConflicts(before: readonly PlanConflict[], after: readonly PlanConflict[]): string[] {
  const line = ({ code, at, consumer }: PlanConflict) => `${code} at ${at} for ${consumer}`;
  const known = new Set(before.map(line));
  return [...new Set(after.map(line))].filter((told) => !known.has(told)).map((told) => `conflict: ${told}`);
}

function tellIssues(before: Plan, after: Plan): string[] {
  const lines = (plan: Plan) =>
    plan.consumers.flatMap(({ key, issues, leftOut }) => [
      ...issues.map(({ severity, code, at }) => `${severity} in ${key}: ${code} at ${at}`),
      ...leftOut.map((name) => `left out of ${key}: ${name}`),
    ]);
  const known = new Set(lines(before));
  return lines(after).filter((line) => !known.has(line));
}
