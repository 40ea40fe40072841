import { compareText } from '@/lib/base/compare-text';
import type { Needs } from './find-needs';
import type { Inventory } from './inventory';
import type { CurvePoint } from './ledger';

/** How what is needed grows, consumer by consumer: each adds what nobody before it needed. */
export function decayCurve(inventory: Inventory, needs: readonly Needs[]): CurvePoint[] {
  const allBytes = inventory.tables.reduce((sum, { table }) => sum + Math.round(table.bytes), 0);
  const tables = new Set<number>();
  const columns = new Set<number>();
  let bytes = 0;
  return needs.map((need) => {
    const adds = { tables: 0, columns: 0, bytes: 0 };
    for (const at of need.tables) if (!tables.has(at)) adds.tables++;
    for (const at of need.columns)
      if (!columns.has(at)) {
        adds.columns++;
        adds.bytes += inventory.columns[at]?.bytes ?? 0;
      }
    for (const at of need.tables) tables.add(at);
    for (const at of need.columns) columns.add(at);
    bytes += adds.bytes;
    const total = { tables: tables.size, columns: columns.size, bytes };
    return { consumer: need.consumer, adds, total, share: allBytes === 0 ? null : bytes / allBytes };
  });
}

/**
 * The order in which each next consumer adds most bytes, ties by key. What a consumer adds only shrinks while others
 * come before it, so every column is looked at once per consumer that needs it and no sum is made twice.
 */
export function largestFirst(inventory: Inventory, needs: readonly Needs[]): Needs[] {
  const whoNeeds = new Map<number, Needs[]>();
  const adds = new Map<Needs, number>();
  for (const need of needs) {
    let bytes = 0;
    for (const at of need.columns) {
      bytes += inventory.columns[at]?.bytes ?? 0;
      const others = whoNeeds.get(at);
      if (others) others.push(need);
      else whoNeeds.set(at, [need]);
    }
    adds.set(need, bytes);
  }
  const order: Needs[] = [];
  while (adds.size > 0) {
    let next: [Needs, number] | null = null;
    for (const [need, bytes] of adds)
      if (next === null || bytes > next[1] || (bytes === next[1] && compareText(need.consumer, next[0].consumer) < 0))
        next = [need, bytes];
    if (next === null) break;
    const [chosen] = next;
    order.push(chosen);
    for (const at of chosen.columns) {
      for (const need of whoNeeds.get(at) ?? []) {
        const before = adds.get(need);
        if (before !== undefined) adds.set(need, before - (inventory.columns[at]?.bytes ?? 0));
      }
      whoNeeds.delete(at);
    }
    adds.delete(chosen);
  }
  return order;
}
