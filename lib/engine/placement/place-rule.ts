import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import { moveRule } from './move-rule';
import { chainStrengths, type Placement, type StayReason, type Strength } from './placement';
import { rulesIn } from './rules-in';

/** A rule at one entity on its way left; `strength` and `sameRows` are those of the last hop. */
type Node = {
  entity: CompiledEntity;
  predicate: Expression;
  strength: Strength;
  sameRows: boolean;
  stays: StayReason | null;
  /** Null while it has not moved; an empty list is a rule that turned out to hold always. */
  moved: Node[] | null;
  warnings: Node[];
};

/**
 * Every check that a rule over one entity comes down to, as far left as is sound. All that are exact or sufficient hold
 * together only if the rule does hold; if all are exact, they hold exactly then. An empty list is a rule that no row can
 * break. A rule is weakened only where that brings it to another product: within one, the rule itself is as near.
 */
export function placeRule(lineage: Lineage, entity: CompiledEntity, rule: Expression): Placement[] {
  const nodes = rulesIn(rule).map((predicate) => nodeOf({ entity, predicate, strength: 'exact', sameRows: true }));
  const roots = [...nodes];
  let branches = 0;
  for (let at = 0; at < nodes.length; at++) {
    const node = nodes[at];
    if (!node) break;
    const move = moveRule(lineage, node.entity, node.predicate);
    if (move.kind === 'source') continue;
    const next = (move.kind === 'moved' ? move.rules : move.warnings).map(nodeOf);
    branches += Math.max(0, next.length - 1);
    if (branches > BRANCHES_MAX) {
      node.stays = 'too-long';
      continue;
    }
    if (move.kind === 'moved') node.moved = next;
    else [node.stays, node.warnings] = [move.reason, next];
    nodes.push(...next);
  }
  const placed = new Map<Node, Placement[]>();
  for (const node of nodes.reverse()) placed.set(node, resolve(node, placed));
  return roots.flatMap((root) => placed.get(root) ?? []);
}

/** A rule that doubles at every hop would be asked in more places than anybody could keep. */
const BRANCHES_MAX = 64;

function nodeOf(rule: Pick<Node, 'entity' | 'predicate' | 'strength' | 'sameRows'>): Node {
  return { ...rule, stays: null, moved: null, warnings: [] };
}

function resolve(node: Node, placed: ReadonlyMap<Node, Placement[]>): Placement[] {
  const own = (stays: StayReason | null): Placement => ({
    entity: node.entity,
    predicate: node.predicate,
    strength: 'exact',
    sameRows: true,
    stays,
  });
  const arrive = (next: Node): Placement[] | null => {
    const arrived: Placement[] = [];
    for (const placement of placed.get(next) ?? []) {
      const strength = chainStrengths(next.strength, placement.strength);
      if (strength !== null) arrived.push({ ...placement, strength, sameRows: next.sameRows && placement.sameRows });
      // A warning under a sufficient rule warns of nothing; losing a check would lose the rule.
      else if (placement.strength !== 'necessary' && next.strength !== 'necessary') return null;
    }
    return arrived;
  };
  const warnings = node.warnings.flatMap((next) => arrive(next) ?? []);
  if (node.moved === null) return [own(node.stays), ...warnings.filter(isElsewhere(node.entity))];
  const moved: Placement[] = [];
  for (const next of node.moved) {
    const arrived = arrive(next);
    if (arrived === null) return [own('cannot-tell')];
    moved.push(...arrived);
  }
  const idle = moved.find(({ entity, strength }) => strength !== 'exact' && entity.product === node.entity.product);
  return idle ? [own(idle.stays)] : moved;
}

function isElsewhere(from: CompiledEntity) {
  return ({ entity, strength }: Placement) => strength === 'necessary' && entity.product !== from.product;
}
