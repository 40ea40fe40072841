import type { Plan, Requirement } from '../plan';
import type { Resolved, ResolvedRow } from './resolve';

const COMPARED = new Set([
  'entity',
  'attribute',
  'rows',
  'history',
  'freshness',
  'deadline',
  'availability',
  'completeness',
]);

/** Everything in which a plan and the resolver differ, each told in one line; empty when they agree. */
export function findDisagreements(plan: Plan, resolved: Resolved): string[] {
  return [
    ...findInRows(plan, resolved),
    ...findInScopes(plan, resolved),
    ...findInConsumers(plan, resolved),
    ...differs('unused', plan.unused, [...resolved.unused].sort(bySourceAndTable)),
  ];
}

function bySourceAndTable(a: { source: string; table: string }, b: { source: string; table: string }): number {
  return a.source < b.source || (a.source === b.source && a.table < b.table) ? -1 : 1;
}

function findInRows(plan: Plan, resolved: Resolved): string[] {
  const theirs = new Map(
    plan.requirements
      .filter(({ kind, rule }) => COMPARED.has(kind) && (kind !== 'completeness' || rule === null))
      .map((row) => [keyOf(row), row]),
  );
  const ours = new Map(resolved.rows.map((row) => [keyOf(row), row]));
  const found: string[] = [];
  for (const [key, row] of ours) {
    const other = theirs.get(key);
    if (other === undefined) found.push(`${key}: the plan has no such row, wanted ${tell(row)}`);
    else found.push(...findInRow(key, other, isExcluded(plan, row) ? { ...row, verdict: 'conflict' } : row));
  }
  for (const [key, row] of theirs) {
    if (!ours.has(key)) found.push(`${key}: the plan has a row nobody asks for: ${JSON.stringify(row)}`);
  }
  return found;
}

/** Which filters leave nothing of each other is not read here: what a conflict says of them, their row must say too. */
function isExcluded({ conflicts }: Plan, { kind, product, target }: ResolvedRow): boolean {
  return (
    kind === 'rows' &&
    conflicts.some(
      (one) =>
        one.code === 'rows-excluded' && one.severity !== 'warning' && one.at === product && one.target === target,
    )
  );
}

function keyOf({ product, target, kind }: { product: string; target: string | null; kind: string }): string {
  return `${product}:${target ?? '-'} ${kind}`;
}

function tell({ role, value, verdict, supply }: ResolvedRow): string {
  return JSON.stringify({ role, value, verdict, supply });
}

function findInRow(key: string, theirs: Requirement, ours: ResolvedRow): string[] {
  const found: string[] = [];
  const check = (what: string, engine: unknown, resolver: unknown) => {
    if (!isSame(engine, resolver))
      found.push(`${key} ${what}: the plan says ${JSON.stringify(engine)}, the text ${JSON.stringify(resolver)}`);
  };
  check('role', theirs.role, ours.role);
  check('value', theirs.value, ours.value);
  check('verdict', theirs.verdict, ours.verdict);
  if (ours.kind !== 'entity' && ours.kind !== 'attribute' && ours.kind !== 'rows') {
    check('supply', theirs.supply, ours.supply);
    check('slack', theirs.slack, ours.slack);
    check('approximate', theirs.approximate, ours.approximate);
  }
  if (ours.kind === 'deadline') check('dayOffset', theirs.dayOffset ?? 0, ours.dayOffset);
  if (ours.binding !== null) check('binding', theirs.binding, ours.binding);
  return found;
}

/** Shares are fractions, and a fraction may be rounded somewhere after its ninth digit. */
function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  return JSON.stringify(a) === JSON.stringify(b);
}

function differs(what: string, engine: unknown, resolver: unknown): string[] {
  return isSame(engine, resolver)
    ? []
    : [`${what}: the plan says ${JSON.stringify(engine)}, the text ${JSON.stringify(resolver)}`];
}

function findInScopes(plan: Plan, resolved: Resolved): string[] {
  const keys = new Set([...plan.scopes, ...resolved.scopes].map(({ source, table }) => `${source}.${table}`));
  return [...keys].sort().flatMap((key) => {
    const theirs = plan.scopes.find(({ source, table }) => `${source}.${table}` === key);
    const ours = resolved.scopes.find(({ source, table }) => `${source}.${table}` === key);
    if (!theirs || !ours) return [`scope ${key}: ${theirs ? 'only in the plan' : 'not in the plan'}`];
    return [
      ...differs(`scope ${key} columns`, [...theirs.columns].sort(), [...ours.columns].sort()),
      ...differs(`scope ${key} deferred`, [...theirs.deferred].sort(), [...ours.deferred].sort()),
      ...differs(`scope ${key} where`, theirs.where, ours.where),
      ...differs(`scope ${key} historyDays`, theirs.historyDays, ours.historyDays),
      ...differs(`scope ${key} bytes`, theirs.bytes, ours.bytes),
      ...differs(`scope ${key} allBytes`, theirs.allBytes, ours.allBytes),
      ...differs(`scope ${key} rows`, theirs.rows, ours.rows),
      ...differs(`scope ${key} historyLost`, theirs.historyLost, ours.historyLost),
      ...differs(`scope ${key} consumers`, theirs.consumers, ours.consumers),
    ];
  });
}

function findInConsumers(plan: Plan, resolved: Resolved): string[] {
  return resolved.consumers.flatMap(({ key, ownAvailability, compositeAvailability, compositeFreshness }) => {
    const theirs = plan.consumers.find((consumer) => consumer.key === key);
    if (!theirs) return [`consumer ${key}: not in the plan`];
    return [
      ...differs(`consumer ${key} own`, theirs.own.availability ?? null, ownAvailability),
      ...differs(`consumer ${key} composite`, theirs.composite.availability ?? null, compositeAvailability),
      ...differs(`consumer ${key} freshness`, theirs.composite.freshnessMinutes ?? null, compositeFreshness),
    ];
  });
}
