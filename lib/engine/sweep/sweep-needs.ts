import type { AttributeGraph } from './attribute-graph';

/** What one consumer needs first: ids, and whether for their value. */
export type Seeds = readonly { id: number; direct: boolean }[];

/** How many consumers need each id, and how many of them for its value. */
export type NeedCounts = { needed: Uint32Array; direct: Uint32Array };

const WORD = 32;

/**
 * Counts who needs what, all consumers together: a bit per consumer, 32 to a word, one pass over the edges for each word
 * of them. Because ids ascend along every edge, a pass carries each need all the way.
 */
export function countNeeds(graph: AttributeGraph, consumers: readonly Seeds[]): NeedCounts {
  const counts: NeedCounts = { needed: new Uint32Array(graph.size), direct: new Uint32Array(graph.size) };
  const bits: NeedBits = { needed: new Uint32Array(graph.size), direct: new Uint32Array(graph.size) };
  for (let first = 0; first < consumers.length; first += WORD) {
    bits.needed.fill(0);
    bits.direct.fill(0);
    sweepBits(graph, consumers.slice(first, first + WORD), bits);
    for (let id = 0; id < graph.size; id++) {
      const needed = bits.needed[id] ?? 0;
      if (needed === 0) continue;
      counts.needed[id] = (counts.needed[id] ?? 0) + ones(needed);
      counts.direct[id] = (counts.direct[id] ?? 0) + ones(bits.direct[id] ?? 0);
    }
  }
  return counts;
}

/** A bit per consumer, for up to 32 of them. */
export type NeedBits = { needed: Uint32Array; direct: Uint32Array };

/** Carries up to 32 consumers' needs over every edge, in place. */
export function sweepBits(
  { size, offsets, targets, direct: isDirect }: AttributeGraph,
  consumers: readonly Seeds[],
  { needed, direct }: NeedBits,
): void {
  for (const [at, seeds] of consumers.entries())
    for (const seed of seeds) {
      needed[seed.id] = (needed[seed.id] ?? 0) | (1 << at);
      if (seed.direct) direct[seed.id] = (direct[seed.id] ?? 0) | (1 << at);
    }
  for (let id = 0; id < size; id++) {
    const all = needed[id] ?? 0;
    if (all === 0) continue;
    const value = direct[id] ?? 0;
    for (let edge = offsets[id] ?? 0, end = offsets[id + 1] ?? 0; edge < end; edge++) {
      const to = targets[edge] ?? 0;
      needed[to] = (needed[to] ?? 0) | all;
      if (isDirect[edge] === 1) direct[to] = (direct[to] ?? 0) | value;
    }
  }
}

function ones(word: number): number {
  let rest = word - ((word >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return (((rest + (rest >>> 4)) & 0x0f0f0f0f) * 0x01010101) >>> 24;
}
