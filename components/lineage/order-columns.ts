import { compareText } from '@/lib/base/compare-text';

/** A thing in a column: a product, or the gap a line needs to pass between two of them. */
export type Slot = { id: string; column: number; height: number; name: string; isIdle: boolean };
/** A line between neighbouring columns. */
export type Step = { from: string; to: string };

const SWEEPS = 12;
const COUNTED_MAX = 600;

/**
 * The order in each column that lets few lines cross: each slot is drawn to the middle of its neighbours, column by
 * column, back and forth, and the best order seen is kept. Idle products stay last. Equal starts give equal ends.
 */
export function orderColumns(slots: readonly Slot[], steps: readonly Step[]): Slot[][] {
  const columns: Slot[][] = [];
  for (const slot of [...slots].sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id))) {
    const column = columns[slot.column] ?? [];
    column.push(slot);
    columns[slot.column] = column;
  }
  let current = Array.from({ length: columns.length }, (_, column) => idleLast(columns[column] ?? []));
  if (steps.length > COUNTED_MAX) return sweep(sweep(current, steps, 'right'), steps, 'left');
  let best = current;
  let fewest = countCrossings(current, steps);
  for (let round = 0; round < SWEEPS && fewest > 0; round++) {
    current = sweep(current, steps, round % 2 === 0 ? 'right' : 'left');
    const crossings = countCrossings(current, steps);
    if (crossings < fewest) {
      fewest = crossings;
      best = current;
    }
  }
  return best;
}

function idleLast(column: readonly Slot[]): Slot[] {
  return [...column].sort((a, b) => Number(a.isIdle) - Number(b.isIdle));
}

function sweep(columns: readonly Slot[][], steps: readonly Step[], direction: 'left' | 'right'): Slot[][] {
  const rows = rowsOf(columns);
  const behind = neighboursBehind(steps, direction);
  const next = columns.map((column) => [...column]);
  const order = next.map((_, column) => column);
  for (const column of direction === 'right' ? order : order.reverse()) {
    const slots = next[column] ?? [];
    const pull = new Map(slots.map((slot, row) => [slot.id, meanRow(behind.get(slot.id) ?? [], rows) ?? row]));
    slots.sort((a, b) => Number(a.isIdle) - Number(b.isIdle) || (pull.get(a.id) ?? 0) - (pull.get(b.id) ?? 0));
    for (const [row, slot] of slots.entries()) rows.set(slot.id, row);
  }
  return next;
}

function neighboursBehind(steps: readonly Step[], direction: 'left' | 'right'): Map<string, string[]> {
  const behind = new Map<string, string[]>();
  for (const { from, to } of steps) {
    const [mine, other] = direction === 'right' ? [to, from] : [from, to];
    const known = behind.get(mine);
    if (known) known.push(other);
    else behind.set(mine, [other]);
  }
  return behind;
}

function meanRow(neighbours: readonly string[], rows: ReadonlyMap<string, number>): number | null {
  if (neighbours.length === 0) return null;
  return neighbours.reduce((sum, id) => sum + (rows.get(id) ?? 0), 0) / neighbours.length;
}

function rowsOf(columns: readonly Slot[][]): Map<string, number> {
  return new Map(columns.flatMap((column) => column.map((slot, row): [string, number] => [slot.id, row])));
}

/** How many pairs of lines between the same two columns cross. */
function countCrossings(columns: readonly Slot[][], steps: readonly Step[]): number {
  const rows = rowsOf(columns);
  const columnOf = new Map(columns.flatMap((column, at) => column.map((slot): [string, number] => [slot.id, at])));
  let crossings = 0;
  for (const [index, a] of steps.entries()) {
    for (const b of steps.slice(index + 1)) {
      if (columnOf.get(a.from) !== columnOf.get(b.from)) continue;
      const left = (rows.get(a.from) ?? 0) - (rows.get(b.from) ?? 0);
      const right = (rows.get(a.to) ?? 0) - (rows.get(b.to) ?? 0);
      if (left * right < 0) crossings += 1;
    }
  }
  return crossings;
}
