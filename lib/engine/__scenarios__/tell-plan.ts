import type { Plan, Requirement } from '../plan';
import type { Show } from './scenario';

/** A plan in lines, as far as asked. Nothing is computed here: what the plan does not say cannot be told. */
export function tellPlan(plan: Plan, show: readonly Show[]): string[] {
  const isShown = (part: Show) => show.includes(part);
  const kinds: readonly string[] = show;
  return [
    ...(isShown('own') ? plan.consumers.flatMap(tellOwn) : []),
    ...plan.requirements
      .filter((row) => kinds.includes(row.kind))
      .map(
        (row) =>
          `${tellRow(row)}${tellAsked(row)}${isShown('short') ? tellShort(row) : ''}${isShown('binding') ? `, because of ${row.binding.join(' and ')}` : ''}`,
      ),
    ...(isShown('scopes') ? plan.scopes.map(tellScope) : []),
    ...(isShown('unused') ? plan.unused.map((table) => `${table.source}.${table.table} is not needed`) : []),
    ...(isShown('conflicts') ? plan.conflicts.map(tellConflict) : []),
    ...(isShown('ways out') ? plan.conflicts.flatMap(tellWaysOut) : []),
    ...(isShown('checks')
      ? plan.consumers.flatMap(({ key, checks }) =>
          checks.map(({ on, rule, check, why }) => `${key} checks ${rule} on ${on} itself: ${check}, because ${why}`),
        )
      : []),
    ...(isShown('issues')
      ? plan.consumers.flatMap((consumer) => [
          ...consumer.issues.map((issue) => `${issue.severity} ${issue.code} at ${issue.at}`),
          ...consumer.leftOut.map((name) => `left out: ${name}`),
        ])
      : []),
    ...(isShown('not planned')
      ? plan.consumers.flatMap((consumer) => consumer.notPlanned.map(({ rule, on }) => `not planned: ${rule} on ${on}`))
      : []),
  ];
}

function tellOwn(consumer: Plan['consumers'][number]): string[] {
  const { own, composite } = consumer;
  const agreed = consumer.agreed ? [`${consumer.key} may be ${consumer.agreed.freshnessMinutes} old by agreement`] : [];
  if (own.availability === undefined || composite.availability === undefined) return agreed;
  return [
    ...agreed,
    `${consumer.key} keeps ${own.availability} itself, together ${Number(composite.availability.toFixed(6))}`,
  ];
}

function tellAsked({ asked }: Requirement): string {
  return asked === undefined ? '' : `, agreed instead of ${asked}`;
}

function tellShort({ short = [] }: Requirement): string {
  const told = short.map(
    ({ consumer, policy, value, verdict, supply }) => `${policy ?? consumer} ${verdict} with ${value} by ${supply}`,
  );
  return told.length === 0 ? '' : `; short: ${told.join(', ')}`;
}

function tellRow(row: Requirement): string {
  const at = row.target === null ? row.product : `${row.product} ${row.target}`;
  switch (row.kind) {
    case 'freshness':
      return `${at} at most ${row.value} old, ${row.verdict} by ${row.supply} with ${row.slack} to spare`;
    case 'deadline':
      return `${at} ready by ${row.value}, ${row.verdict} by ${row.supply} with ${row.slack} to spare`;
    case 'availability':
      return `${at} available ${row.value}, ${row.verdict} by ${row.supply}`;
    case 'completeness':
      return `${at} complete ${row.rule === null ? '' : `${row.rule} `}${row.value}${row.approximate ? ' approximately' : ''}, ${row.verdict} by ${row.supply}`;
    case 'history':
      return `${at} kept ${row.value} days, ${row.verdict} by ${row.supply}`;
    case 'rows':
      return `${at} where ${row.value}${row.verdict === 'met' ? '' : `, ${row.verdict} by ${row.supply}`}`;
    case 'reference':
    case 'volume':
    case 'reconciliation':
    case 'privacy':
    case 'delivery':
    case 'stability':
    case 'validity':
      return tellObject(row, at);
    case 'grain':
    case 'uniqueness':
    case 'relationship':
      return `${at} ${row.kind} ${row.rule ?? JSON.stringify(row.value)}${row.placement ? `, ${row.placement.strength}` : ''}, ${row.verdict}`;
    default:
      return `${at} ${row.role}${row.verdict === 'met' ? '' : `, ${row.verdict}`}`;
  }
}

function tellObject(row: Requirement, at: string): string {
  const rule = row.rule === null ? '' : ` ${row.rule}`;
  const strength = row.placement ? `, ${row.placement.strength}` : '';
  const about = row.approximate ? ' approximately' : '';
  const generated = row.because.every((cause) => cause.generated !== undefined) ? ' by default' : '';
  const supply = row.supply === null ? '' : ` by ${JSON.stringify(row.supply)}`;
  return `${at} ${row.kind}${rule} ${JSON.stringify(row.value)}${about}${strength}${generated}, ${row.verdict}${supply}`;
}

function tellScope(scope: Plan['scopes'][number]): string {
  const where = scope.where === null ? '' : ` where ${scope.where}`;
  const history = scope.historyDays === null ? '' : ` for ${scope.historyDays} days`;
  return `${scope.source}.${scope.table}: ${scope.columns.join(', ')}${where}${history}, ${scope.bytes} of ${scope.allBytes} bytes`;
}

function tellConflict(conflict: Plan['conflicts'][number]): string {
  const [first] = conflict.repairs;
  const schedules = first?.change.schedules.map(
    ({ product, everyMinutes, takesMinutes }) => `${product} every ${everyMinutes} takes ${takesMinutes}`,
  );
  const repair = schedules ? `repair: ${schedules.join(', ')}` : 'no repair';
  const after =
    first && first.effect.tighten.length === 0 ? 'nobody tightens' : (first?.effect.tighten.join(', ') ?? '');
  return `conflict at ${conflict.at} for ${conflict.consumer}, scheduled: ${conflict.products.join(', ')}; ${repair}; ${after}`;
}

function tellWaysOut({ consumer, words, repairs }: Plan['conflicts'][number]): string[] {
  return [`${consumer}: ${words}`, ...repairs.map((repair) => `way out: ${repair.words}`)];
}
