import type { Plan, Requirement } from '../plan';

/** Rows whose verdict their own numbers belie: met by less than is asked, or by nothing known; wanting what is there. */
export function findFalseVerdicts(plan: Plan): string[] {
  return plan.requirements.flatMap((row) => {
    const name = `${row.product}:${row.target ?? '-'} ${row.kind} ${row.rule ?? ''}`;
    const room = roomIn(row);
    if (row.verdict === 'missing' && row.supply !== null) return [`${name}: missing, and ${tell(row)} is offered`];
    if (room === undefined) return [];
    if (row.verdict === 'met' && (room === null || room < -1e-9)) return [`${name}: met by ${tell(row)}`];
    if (row.verdict === 'tighten' && room !== null && room > -1e-12) return [`${name}: to tighten by ${tell(row)}`];
    const isSlack = room === null || row.slack === null || Math.abs(room - row.slack) < 1e-6;
    return isSlack ? [] : [`${name}: slack ${row.slack} of ${tell(row)}`];
  });
}

function tell({ value, supply }: Requirement): string {
  return `${JSON.stringify(supply)} of ${JSON.stringify(value)}`;
}

/** What is offered beyond what is asked; null where nothing known is, undefined where it is no number. */
function roomIn({ kind, value, supply, dayOffset, supplyDayOffset }: Requirement): number | null | undefined {
  if (kind === 'deadline') {
    if (supply === null) return null;
    return minutes(String(value), dayOffset ?? 0) - minutes(String(supply), supplyDayOffset ?? dayOffset ?? 0);
  }
  if (kind === 'reference') return roomOfOrphans(value, supply);
  if (!['freshness', 'availability', 'completeness', 'history'].includes(kind)) return undefined;
  if (value === 'all' || supply === 'all') return undefined;
  if (typeof value !== 'number' || typeof supply !== 'number') return null;
  return kind === 'freshness' ? value - supply : supply - value;
}

function roomOfOrphans(value: Requirement['value'], supply: Requirement['supply']): number | null {
  const [asked, offered] = [value, supply].map((one) =>
    one !== null && typeof one === 'object' && typeof one.maxOrphans === 'number' ? one.maxOrphans : null,
  );
  return asked === null || asked === undefined || offered === null || offered === undefined ? null : asked - offered;
}

function minutes(clock: string, dayOffset: number): number {
  const [hours = '0', rest = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(rest) + 1440 * dayOffset;
}
