import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findCycles } from './find-cycles';

const graph = (edges: Record<string, string[]>) => new Map(Object.entries(edges));

test('a chain has no loop, a ring is one, and each starts at its first node', () => {
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: [] }))).toEqual([]);
  expect(findCycles(graph({ a: ['b'], b: ['c'], c: ['b'], d: ['a'] }))).toEqual([['b', 'c']]);
  expect(findCycles(graph({ c: ['a'], b: ['c'], a: ['b'] }))).toEqual([['c', 'b', 'a']]);
});

test('a node that leads to itself is a loop of one', () => {
  expect(findCycles(graph({ a: ['a'], b: [] }))).toEqual([['a']]);
});

test('nodes that are only pointed at are no part of the graph', () => {
  expect(findCycles(graph({ a: ['nobody'] }))).toEqual([]);
});

test('a chain of thirty thousand is followed without recursion', () => {
  const chain = new Map(Array.from({ length: 30_000 }, (_, n) => [`${n}`, [`${(n + 1) % 30_000}`]]));
  expect(findCycles(chain)[0]).toHaveLength(30_000);
});

test('two nodes are in one loop exactly when each is reached from the other', () => {
  const edges = fc.array(fc.tuple(fc.nat(6), fc.nat(6)), { maxLength: 14 });
  fc.assert(
    fc.property(edges, (pairs) => {
      const nodes = Array.from({ length: 7 }, (_, n) => `${n}`);
      const made = new Map(nodes.map((node) => [node, pairs.filter(([a]) => `${a}` === node).map(([, b]) => `${b}`)]));
      const reached = (from: string) => {
        const seen = new Set(made.get(from));
        for (const at of seen) for (const next of made.get(at) ?? []) seen.add(next);
        return seen;
      };
      const loops = findCycles(made);
      for (const a of nodes)
        for (const b of nodes) {
          const together = loops.some((loop) => loop.includes(a) && loop.includes(b));
          expect(together).toBe(reached(a).has(b) && reached(b).has(a));
        }
    }),
  );
});
