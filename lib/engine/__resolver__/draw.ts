/**
 * Chance, handed in: a number from 0 to below the bound. A test feeds it from fast-check, so that this folder stays free
 * of randomness and a failing workspace can be drawn again.
 */
export type Draw = (bound: number) => number;

/** Reads its choices from a tape. Past the end every choice is the first, and the first is always the simplest. */
export function drawFrom(tape: readonly number[]): Draw {
  let position = 0;
  return (bound) => {
    const next = tape[position++] ?? 0;
    return bound <= 1 ? 0 : next % bound;
  };
}

export function chance(draw: Draw, percent: number): boolean {
  return draw(100) >= 100 - percent;
}

export function pick<T>(draw: Draw, list: readonly [T, ...T[]]): T {
  return list[draw(list.length)] ?? list[0];
}

export function pickSome<T>(draw: Draw, list: readonly T[], percent: number): T[] {
  return list.filter(() => chance(draw, percent));
}

/** Null of an empty list. */
export function pickAny<T>(draw: Draw, list: readonly T[]): T | null {
  return list[draw(list.length)] ?? null;
}

export function shuffled<T>(draw: Draw, list: readonly T[]): T[] {
  const rest = [...list];
  const order: T[] = [];
  while (rest.length > 0) order.push(...rest.splice(draw(rest.length), 1));
  return order;
}
