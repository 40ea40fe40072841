import type { AttributeGraph } from './attribute-graph';
import type { NeedCounts, Seeds } from './sweep-needs';

/**
 * Takes one consumer's needs into the counts or out of them, by walking what lies upstream of it and nothing else: so one
 * consumer's edit costs its own upstream twice, however large the workspace is. What is added and taken with the same
 * seeds leaves the counts as they were.
 */
export function needWalk(graph: AttributeGraph): (counts: NeedCounts, seeds: Seeds, by: 1 | -1) => void {
  const { offsets, targets, direct } = graph;
  // 0 unseen, 1 needed, 2 needed for its value. Kept between walks, and cleaned by the walk that wrote it.
  const mark = new Uint8Array(graph.size);
  const seen = new Uint32Array(graph.size);
  // An id waits twice at most: once needed, once more when its value is.
  const waiting = new Uint32Array(graph.size * 2);
  return (counts, seeds, by) => {
    let found = 0;
    let open = 0;
    const reach = (id: number, rank: 1 | 2) => {
      const before = mark[id] ?? 0;
      if (before >= rank) return;
      if (before === 0) seen[found++] = id;
      mark[id] = rank;
      waiting[open++] = id;
    };
    for (const seed of seeds) reach(seed.id, seed.direct ? 2 : 1);
    while (open > 0) {
      const id = waiting[--open] ?? 0;
      const isValue = mark[id] === 2;
      for (let edge = offsets[id] ?? 0, end = offsets[id + 1] ?? 0; edge < end; edge++)
        reach(targets[edge] ?? 0, isValue && direct[edge] === 1 ? 2 : 1);
    }
    for (let at = 0; at < found; at++) {
      const id = seen[at] ?? 0;
      counts.needed[id] = (counts.needed[id] ?? 0) + by;
      if (mark[id] === 2) counts.direct[id] = (counts.direct[id] ?? 0) + by;
      mark[id] = 0;
    }
  };
}
