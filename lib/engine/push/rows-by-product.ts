import type { AskedRow } from './asked-row';

/** A row beside the text that tells it from the others of its product. */
export type KeyedRow = { key: string; row: AskedRow };

const known = new WeakMap<readonly AskedRow[], ReadonlyMap<string, readonly KeyedRow[]>>();

/** The rows of one consumer by the product they are asked of; the same lists for the same rows, so that they can be told apart by identity. */
export function rowsByProduct(rows: readonly AskedRow[]): ReadonlyMap<string, readonly KeyedRow[]> {
  const before = known.get(rows);
  if (before) return before;
  const made = new Map<string, KeyedRow[]>();
  for (const row of rows) {
    const list = made.get(row.product);
    const keyed = { key: keyWithin(row), row };
    if (list) list.push(keyed);
    else made.set(row.product, [keyed]);
  }
  known.set(rows, made);
  return made;
}

function keyWithin({ target, kind, rule }: AskedRow): string {
  return `${kind}\u0000${target === null ? '' : `.${target}`}\u0000${rule === null ? '' : `.${rule}`}`;
}
