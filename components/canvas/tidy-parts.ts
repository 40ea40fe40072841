import type { RecordId } from '@/lib/model/records';
import type { BlockLine, LayoutBlock } from './layout-block';

/** What is laid out by itself: blocks, and the lines that stay among them. */
export type TidyPart = { readonly blocks: readonly LayoutBlock[]; readonly lines: readonly BlockLine[] };

/** So many are still read as one picture; of more, each part takes a moment. */
const WHOLE_BLOCKS_MAX = 80;
const PART_BLOCKS_MAX = 36;
const SMALL_BLOCKS_MAX = 12;

type Group = { readonly at: number; members: number[]; readonly weights: Map<Group, number> };

/**
 * Takes a large model apart where the fewest lines are cut: what hangs together most closely grows together first, up to
 * a size that can be read. Blocks without lines, and whole small models beside each other, are put together too. The same
 * model always comes apart in the same way.
 */
export function tidyParts(blocks: readonly LayoutBlock[], lines: readonly BlockLine[]): TidyPart[] {
  if (blocks.length <= WHOLE_BLOCKS_MAX) return [{ blocks, lines }];
  const groups = grown(blocks, lines);
  const groupOf = new Map<RecordId, number>();
  groups.forEach((members, group) => {
    for (const member of members) {
      const block = blocks[member];
      if (block) groupOf.set(block.id, group);
    }
  });
  const inside = groups.map((): BlockLine[] => []);
  for (const line of lines) {
    const group = groupOf.get(line.from);
    if (group !== undefined && group === groupOf.get(line.to)) inside[group]?.push(line);
  }
  return groups.map((members, group) => ({
    blocks: members.flatMap((member) => blocks[member] ?? []),
    lines: inside[group] ?? [],
  }));
}

/** In rounds, two at a time: grown one after the other, the first would leave nothing to the rest. */
function grown(blocks: readonly LayoutBlock[], lines: readonly BlockLine[]): number[][] {
  let groups = joined(blocks, lines);
  for (let isGrowing = true; isGrowing; ) {
    const paired = new Set<Group>();
    // Small ones choose first.
    for (const group of [...groups].sort((a, b) => a.members.length - b.members.length || a.at - b.at)) {
      const host = paired.has(group) ? null : closest(group, (other) => !paired.has(other) && hasRoom(group, other));
      if (!host) continue;
      paired.add(group).add(host);
      join(group, host);
    }
    groups = groups.filter(({ members }) => members.length > 0);
    isGrowing = paired.size > 0;
  }
  return together(groups).map((members) => members.sort((a, b) => a - b));
}

/** Every block by itself, and how many lines it has to which others. */
function joined(blocks: readonly LayoutBlock[], lines: readonly BlockLine[]): Group[] {
  const groups = blocks.map((_, at): Group => ({ at, members: [at], weights: new Map() }));
  const byId = new Map(blocks.map(({ id }, at) => [id, groups[at]]));
  for (const { from, to } of lines) {
    const [a, b] = [byId.get(from), byId.get(to)];
    if (!a || !b || a === b) continue;
    a.weights.set(b, (a.weights.get(b) ?? 0) + 1);
    b.weights.set(a, (b.weights.get(a) ?? 0) + 1);
  }
  return groups;
}

const hasRoom = (a: Group, b: Group) => a.members.length + b.members.length <= PART_BLOCKS_MAX;

/** The neighbour with most lines for its size. */
function closest(group: Group, isFit: (other: Group) => boolean): Group | null {
  let best: Group | null = null;
  let bestShare = 0;
  for (const [other, weight] of group.weights) {
    if (!isFit(other)) continue;
    const share = weight / other.members.length;
    if (share > bestShare || (share === bestShare && best && other.at < best.at)) [best, bestShare] = [other, share];
  }
  return best;
}

function join(group: Group, host: Group) {
  host.members.push(...group.members);
  group.members = [];
  for (const [other, weight] of group.weights) {
    other.weights.delete(group);
    if (other === host) continue;
    other.weights.set(host, (other.weights.get(host) ?? 0) + weight);
    host.weights.set(other, (host.weights.get(other) ?? 0) + weight);
  }
  group.weights.clear();
}

/** What stayed small is put together: blocks around the same full part, and what is joined to nothing. */
function together(groups: readonly Group[]): number[][] {
  const filled: number[][] = [];
  const open = new Map<Group | null, number[]>();
  for (const group of groups) {
    const { members } = group;
    const host = closest(group, () => true);
    const last = members.length > SMALL_BLOCKS_MAX ? undefined : open.get(host);
    if (last && last.length + members.length <= PART_BLOCKS_MAX) {
      last.push(...members);
      continue;
    }
    const next = [...members];
    filled.push(next);
    if (members.length <= SMALL_BLOCKS_MAX) open.set(host, next);
  }
  return filled;
}
