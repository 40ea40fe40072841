import type { Plan, Requirement } from '../plan';
import type { KindRow, KindRows, Skipped } from './kind-row';

const COMPARED = new Set([
  'grain',
  'uniqueness',
  'completeness',
  'volume',
  'reference',
  'reconciliation',
  'delivery',
  'privacy',
  'stability',
  'validity',
]);

/**
 * Where plan and resolver differ in the kinds told by rules. What the resolver skips it says by name: there the plan may
 * ask for more, and stricter, but never for less than what the resolver does follow.
 */
export function findKindDisagreements(plan: Plan, { rows, skipped }: KindRows): string[] {
  const theirs = new Map(plan.requirements.filter(isCompared).map((row) => [keyOf(row), row]));
  const ours = new Map(rows.map((row) => [keyOf(row), row]));
  return [
    ...[...ours].flatMap(([key, row]) => {
      const other = theirs.get(key);
      if (other === undefined) return [`${key}: the plan has no such row, wanted ${JSON.stringify(row.value)}`];
      return findInRow(key, other, row, isSkipped(skipped, row));
    }),
    ...[...theirs].flatMap(([key, row]) =>
      ours.has(key) || isSkipped(skipped, row)
        ? []
        : [`${key}: the plan has a row nobody asks for: ${JSON.stringify(row)}`],
    ),
  ];
}

/** Rows of completeness are compared with the numbers; treatments of delicate values are told by conflicts. */
function isCompared({ kind, rule }: Requirement): boolean {
  if (kind === 'completeness') return rule !== null;
  if (kind === 'privacy') return rule === null;
  return COMPARED.has(kind) && !(kind === 'validity' && isGenerated(rule));
}

/** The texts a metric filters by, and rules for some rows only. */
function isGenerated(rule: string | null): boolean {
  return rule !== null && (rule.startsWith('in-set: ') || rule.startsWith('not-null: ') || rule.startsWith('holds'));
}

function keyOf({ product, target, kind, rule }: Pick<KindRow, 'product' | 'target' | 'kind' | 'rule'>): string {
  return `${product}:${target ?? '-'} ${kind} ${rule ?? ''}`.trim();
}

function isSkipped(skipped: readonly Skipped[], row: Pick<KindRow, 'product' | 'target' | 'kind' | 'rule'>): boolean {
  return skipped.some(
    ({ product, entity, kind, rule }) =>
      kind === row.kind &&
      (product === '' || product === row.product) &&
      (entity === null || entity === (row.target ?? '').split('.')[0]) &&
      (row.rule ?? '').startsWith(rule),
  );
}

function findInRow(key: string, theirs: Requirement, ours: KindRow, isOpen: boolean): string[] {
  const found: string[] = [];
  const check = (what: string, engine: unknown, resolver: unknown) => {
    if (!isSame(engine, resolver))
      found.push(`${key} ${what}: the plan says ${JSON.stringify(engine)}, the text ${JSON.stringify(resolver)}`);
  };
  // What must be unique of all rows stays so, whatever else is asked of it.
  if (isOpen && !(ours.kind === 'uniqueness' && ours.strength === 'exact')) return found;
  if (typeof ours.value === 'number') check('value', theirs.value, ours.value);
  else for (const [name, wanted] of Object.entries(ours.value)) check(name, fieldOf(theirs, name), wanted);
  if (ours.approximate !== null) check('approximate', theirs.approximate, ours.approximate);
  if (ours.verdict !== null) check('verdict', theirs.verdict, ours.verdict);
  if (ours.strength !== null) check('strength', theirs.placement?.strength ?? 'exact', ours.strength);
  return found;
}

function fieldOf({ value }: Requirement, name: string): unknown {
  return value !== null && typeof value === 'object' ? value[name] : undefined;
}

function isSame(a: unknown, b: unknown): boolean {
  if (typeof a === 'number' && typeof b === 'number') return Math.abs(a - b) < 1e-9;
  return JSON.stringify(a) === JSON.stringify(b);
}
