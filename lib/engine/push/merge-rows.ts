import { canonicalJson } from '@/lib/base/canonical-json';
import { compareText } from '@/lib/base/compare-text';
import { parseExpression } from '@/lib/sql/parse';
import { orPredicates, printPredicate } from '@/lib/sql/predicate';
import { longerHistory } from '../demand/history-days';
import type { Cause, RequirementValue } from '../plan';
import { type AskedRow, compareRows, rowKey } from './asked-row';

/** A requirement as all consumers together need it, not yet held against what is offered. */
export type MergedRow = AskedRow & { binding: string[] };

/**
 * One row per (product, target, kind, rule), with the strictest value anybody needs and everybody's causes. `binding`
 * names the consumers whose own need is that strict; where a house rule alone is, nobody is bound. A row filter is the
 * union, and disappears as soon as one consumer needs every row.
 */
export function mergeRows(rows: readonly AskedRow[], readersOfAll: (row: AskedRow) => number): MergedRow[] {
  const groups = new Map<string, AskedRow[]>();
  for (const row of rows) {
    const key = rowKey(row);
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  const merged: MergedRow[] = [];
  for (const group of groups.values()) {
    const [first] = group;
    if (!first) continue;
    if (first.kind === 'rows') {
      const filtering = new Set(group.map((row) => row.consumer));
      if (filtering.size < readersOfAll(first)) continue;
    }
    const value = group.map((row) => row.value).reduce((a, b) => strictest(first.kind, a, b));
    const bound = group.filter((row) => row.consumer !== null && isSame(first.kind, row.value, value));
    const winner = group.find((row) => isSame(first.kind, row.value, value)) ?? first;
    merged.push({
      ...winner,
      value,
      role: group.some((row) => row.role === 'direct') ? 'direct' : first.role,
      isGap: group.some((row) => row.isGap),
      hard: group.some((row) => row.hard),
      approximate: group.some((row) => row.approximate && isSame(first.kind, row.value, value)),
      binding: [...new Set(bound.flatMap((row) => row.consumer ?? []))].sort(compareText),
      because: uniqueCauses(group.flatMap((row) => row.because)),
    });
  }
  return merged.sort(compareRows);
}

function strictest(kind: AskedRow['kind'], a: RequirementValue, b: RequirementValue): RequirementValue {
  switch (kind) {
    case 'freshness':
    case 'deadline':
      return Math.min(Number(a), Number(b));
    case 'availability':
    case 'completeness':
      return Math.max(Number(a), Number(b));
    case 'history':
      return longerHistory(days(a), days(b));
    case 'rows':
      return printPredicate(orPredicates([tree(a), tree(b)]));
    default:
      return a;
  }
}

/** Structure and filters bind everybody who needs them; a number binds those whose own it is. */
function isSame(kind: AskedRow['kind'], own: RequirementValue, merged: RequirementValue): boolean {
  return typeof merged === 'number' || kind === 'history' ? own === merged : true;
}

function days(value: RequirementValue): number | 'all' | null {
  return typeof value === 'number' || value === 'all' ? value : null;
}

function tree(value: RequirementValue) {
  const parsed = typeof value === 'string' ? parseExpression(value) : null;
  return parsed?.ok ? parsed.value : null;
}

function uniqueCauses(causes: readonly Cause[]): Cause[] {
  const byText = new Map(causes.map((cause) => [canonicalJson(cause), cause]));
  const name = (cause: Cause) => cause.metric ?? cause.expectation ?? cause.policy ?? '';
  return [...byText.values()].sort(
    (a, b) =>
      compareText(a.consumer, b.consumer) ||
      Number(a.metric === null) - Number(b.metric === null) ||
      compareText(name(a), name(b)) ||
      compareText(a.path.join(' '), b.path.join(' ')),
  );
}
