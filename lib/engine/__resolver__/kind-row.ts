import type { Verdict } from '../plan';

/** One thing one consumer (or the house) asks that is told by an object or bears a rule's name. Null: the text leaves it open. */
export type KindRow = {
  product: string;
  target: string | null;
  kind: string;
  rule: string | null;
  value: number | Record<string, unknown>;
  approximate: boolean | null;
  verdict: Verdict | null;
  /** Null where the text leaves open how a check stands to the need. */
  strength: Strength | null;
  /** Nobody stated it; it gives way to what somebody did. */
  isDefault: boolean;
};

export type Strength = 'exact' | 'sufficient';

/** Rows the resolver does not follow: of this kind and this beginning of a rule, at a place or (null) anywhere in a product. */
export type Skipped = { product: string; entity: string | null; kind: string; rule: string };
export type KindRows = { rows: KindRow[]; skipped: Skipped[] };

export function kindRow(
  facts: Pick<KindRow, 'product' | 'target' | 'kind' | 'rule' | 'value'> & Partial<KindRow>,
): KindRow {
  return { approximate: null, verdict: null, strength: null, isDefault: false, ...facts };
}

export function together(parts: readonly KindRows[]): KindRows {
  return { rows: parts.flatMap(({ rows }) => rows), skipped: parts.flatMap(({ skipped }) => skipped) };
}

/** One row of several for the same thing: the strictest, as the table of kinds says of each. */
export function mergeKindRows(list: readonly KindRow[]): KindRow[] {
  const groups = new Map<string, KindRow[]>();
  for (const row of list) {
    const key = JSON.stringify([row.product, row.target, row.kind, row.rule]);
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].flatMap((group) => {
    const stated = group.filter(({ isDefault }) => !isDefault);
    const [first, ...others] = stated.length > 0 ? stated : group;
    return first ? [others.reduce(merged, first)] : [];
  });
}

function merged(a: KindRow, b: KindRow): KindRow {
  if (typeof a.value === 'number' && typeof b.value === 'number') {
    if (Math.abs(a.value - b.value) < 1e-12) return { ...a, approximate: either(a.approximate, b.approximate) };
    return a.value > b.value ? a : b;
  }
  if (typeof a.value === 'number' || typeof b.value === 'number') return a;
  if (a.kind === 'stability') {
    const longer = Number(a.value.noticeDays) >= Number(b.value.noticeDays) ? a : b;
    return { ...longer, verdict: worse(a.verdict, b.verdict) };
  }
  if (a.kind === 'grain') return finest(a, b);
  const value: Record<string, unknown> = { ...a.value, ...b.value };
  // Two formats of one delivery are both wanted, and told in another shape.
  if (a.kind === 'delivery' && JSON.stringify(a.value) !== JSON.stringify(b.value))
    return { ...a, value: {}, verdict: null };
  for (const name of ['min', 'max', 'within', 'maxOrphans', 'values']) {
    const least = tighter(name, a.value[name], b.value[name]);
    if (least !== undefined) value[name] = least;
  }
  const classes = [a.value.classification, b.value.classification];
  const strictest = ['personal', 'confidential'].find((one) => classes.includes(one));
  if (strictest !== undefined) value.classification = strictest;
  if ([a, b].some((row) => typeof row.value === 'object' && row.value.enforcement === 'audit'))
    value.enforcement = 'audit';
  const strength = a.strength === 'exact' || b.strength === 'exact' ? 'exact' : a.strength;
  return { ...a, value, strength, approximate: null, verdict: a.verdict === b.verdict ? a.verdict : null };
}

/** Of two who wish for one entity, whose rows are told apart by more; left open where neither's keys hold the other's. */
function finest(a: KindRow, b: KindRow): KindRow {
  const [one, other] = [a, b].map(({ value }) => (typeof value === 'object' ? value.keys : null));
  if (!Array.isArray(one) || !Array.isArray(other)) return { ...a, value: {} };
  if (other.every((key) => one.includes(key))) return a;
  return one.every((key) => other.includes(key)) ? b : { ...a, value: {} };
}

function worse(a: Verdict | null, b: Verdict | null): Verdict | null {
  return (['missing', 'tighten', 'met'] as const).find((verdict) => a === verdict || b === verdict) ?? null;
}

function tighter(name: string, a: unknown, b: unknown): unknown {
  if (a === undefined || b === undefined) return a ?? b;
  if (Array.isArray(a) && Array.isArray(b)) return a.filter((value) => b.includes(value));
  if (typeof a !== 'number' || typeof b !== 'number') return a;
  return name === 'min' ? Math.max(a, b) : Math.min(a, b);
}

function either(a: boolean | null, b: boolean | null): boolean | null {
  return a === null || b === null ? null : a || b;
}
