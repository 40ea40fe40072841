import { columnsOf } from '@/lib/sql/columns';
import { conjunctsOf } from '@/lib/sql/rewrite';
import type { Expression } from '@/lib/sql/tree';

/**
 * Does this join condition pin every key column of the right side to something from the left? Then each left row meets
 * one right row at most, whatever else the condition says. No key at all pins nothing.
 */
export function pinsWholeGrain(on: Expression, rightAlias: string, key: readonly string[]): boolean {
  if (key.length === 0) return false;
  const pinned = new Set<string>();
  for (const conjunct of conjunctsOf(on)) {
    if (conjunct.kind !== 'comparison' || conjunct.operator !== '=') continue;
    for (const [side, other] of [
      [conjunct.left, conjunct.right],
      [conjunct.right, conjunct.left],
    ] as const) {
      if (side.kind !== 'column' || side.qualifier !== rightAlias) continue;
      if (columnsOf(other).every((column) => column.qualifier !== rightAlias)) pinned.add(side.name);
    }
  }
  return key.every((name) => pinned.has(name));
}
