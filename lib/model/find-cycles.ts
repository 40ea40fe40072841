/**
 * The loops of a directed graph: every group of nodes that lead to each other, and every node that leads to itself. Each
 * loop starts at its node that comes first in the graph, and loops come in that order too. No recursion, so a chain may be
 * as long as it likes.
 */
export function findCycles(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const position = new Map([...graph.keys()].map((node, at) => [node, at]));
  const first = (a: string, b: string) => (position.get(a) ?? 0) - (position.get(b) ?? 0);
  return groupsOf(graph)
    .filter(([node = '', second]) => second !== undefined || (graph.get(node) ?? []).includes(node))
    .map((group) => group.sort(first))
    .sort(([a = ''], [b = '']) => first(a, b));
}

type Frame = { node: string; next: number };

/** Tarjan's strongly connected components, with its stack written out. */
function groupsOf(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const open: string[] = [];
  const isOpen = new Set<string>();
  const groups: string[][] = [];

  const lower = (node: string, to: number) => low.set(node, Math.min(low.get(node) ?? to, to));
  const enter = (node: string): Frame => {
    index.set(node, index.size);
    lower(node, index.size - 1);
    open.push(node);
    isOpen.add(node);
    return { node, next: 0 };
  };
  const close = (node: string) => {
    if (low.get(node) !== index.get(node)) return;
    const group = open.splice(open.lastIndexOf(node));
    for (const member of group) isOpen.delete(member);
    groups.push(group);
  };

  for (const start of graph.keys()) {
    if (index.has(start)) continue;
    const frames = [enter(start)];
    for (let frame = frames.at(-1); frame !== undefined; frame = frames.at(-1)) {
      const target = (graph.get(frame.node) ?? [])[frame.next++];
      if (target === undefined) {
        close(frame.node);
        frames.pop();
        const above = frames.at(-1);
        if (above) lower(above.node, low.get(frame.node) ?? 0);
      } else if (!index.has(target)) {
        if (graph.has(target)) frames.push(enter(target));
      } else if (isOpen.has(target)) {
        lower(frame.node, index.get(target) ?? 0);
      }
    }
  }
  return groups;
}
