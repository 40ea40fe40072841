import { countOf } from '@/lib/base/count-of';
import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { groupDigits } from '@/lib/base/group-digits';
import type { Plan, Requirement } from '../plan';
import { explainRequirement } from './explain';
import type { PlanNames } from './plan-names';

/** A plan as a page to read in a terminal: per consumer, per product with a sentence for every requirement, per table. */
export function printPlan(plan: Plan, names: PlanNames): string {
  const lines = plan.consumers.length === 0 ? ['Nobody asks for anything: no consumer is published.'] : [];
  for (const consumer of plan.consumers) lines.push(...printConsumer(consumer, names), '');
  let product = '';
  for (const row of plan.requirements) {
    if (row.product !== product) {
      product = row.product;
      const team = names.team(product)?.name ?? 'nobody owns it';
      lines.push(`${names.product(product)} (${product}; ${team})`);
    }
    lines.push(`  ${MARK[row.verdict]} ${explainRequirement(row, names, 'field')}${printOffer(row)}`);
  }
  if (plan.scopes.length > 0) lines.push('', 'Needed of the sources');
  for (const scope of plan.scopes) {
    const share = `${scope.columns.length} of ${countOf(scope.columns.length + scope.deferred.length, 'column')}, ${groupDigits(scope.bytes)} of ${groupDigits(scope.allBytes)} bytes`;
    const where = scope.where === null ? '' : `, where ${scope.where}`;
    lines.push(`  ${scope.source}.${scope.table}: ${share}${where}`, `    ${scope.columns.join(', ')}`);
  }
  for (const table of plan.unused)
    lines.push(`  ${table.source}.${table.table}: not needed, ${groupDigits(table.bytes)} bytes`);
  const issues = plan.productIssues ?? [];
  if (issues.length > 0) lines.push('', 'Not needed here, and not as the house wants it');
  for (const { at, words } of issues) lines.push(`  ${at}: ${words}`);
  for (const conflict of plan.conflicts) {
    const said = conflict.severity === 'warning' ? 'Warning' : 'Conflict';
    lines.push('', `${said} at ${names.product(conflict.at)}`, `  ${conflict.words}`);
    for (const repair of conflict.repairs) lines.push(`  Repair: ${repair.words}`);
  }
  return `${lines.join('\n').trim()}\n`;
}

const MARK: Record<Requirement['verdict'], string> = {
  met: '  ok      ',
  tighten: '! tighten ',
  missing: '! missing ',
  conflict: 'x conflict',
  infeasible: 'x cannot  ',
};

function printConsumer(consumer: Plan['consumers'][number], names: PlanNames): string[] {
  const { own, composite } = consumer;
  const facts = [
    composite.freshnessMinutes === undefined ? [] : `as offered ${describeMinutes(composite.freshnessMinutes)} old`,
    own.availability === undefined ? [] : `itself available ${describeShare(own.availability)}`,
    composite.availability === undefined ? [] : `together ${describeShare(Number(composite.availability.toFixed(6)))}`,
  ].flat();
  return [
    `${names.product(consumer.key)} (${consumer.key})${facts.length > 0 ? `: ${facts.join(', ')}` : ''}`,
    ...consumer.issues.map((issue) => `  ${issue.severity}: ${issue.words} (${issue.code} at ${issue.at})`),
    ...consumer.leftOut.map((name) => `  left out of the plan: ${name}`),
    ...consumer.checks.map(({ on, rule, check, why }) => `  checks itself that ${check} (${rule} on ${on}): ${why}`),
  ];
}

function printOffer(row: Requirement): string {
  if (row.verdict === 'met' || row.supply === null) return '';
  switch (row.kind) {
    case 'freshness':
      return ` Offered: ${describeMinutes(Number(row.supply))}.`;
    case 'availability':
    case 'completeness':
      return ` Offered: ${describeShare(Number(row.supply))}.`;
    case 'history':
      return ` Offered: ${describeDays(Number(row.supply))}.`;
    case 'deadline':
      return ` Offered: ${row.supply}.`;
    default:
      return '';
  }
}
