import type { Column } from '@/lib/sql/tree';
import type { EntityDemand } from '../demand/demand';
import { rawColumns } from '../demand/raw-columns';
import { workedColumns, workedInCondition } from '../demand/worked-columns';
import { overInputs } from '../lineage/over-inputs';
import type { ConsumerDemand } from './consumer-demand';
import { inputsOfNode, type PrivacyNode } from './privacy-nodes';

/**
 * Nodes whose very values the consumer uses: directly, and through nothing that hides them, or to work something out with
 * them, were it only which rows there are. A key that only tells rows apart or finds them does as well as a digest, and so
 * does a value that is only counted, as long as it comes as it is.
 */
export function neededRaw({ demand, uses }: ConsumerDemand, nodes: ReadonlyMap<string, PrivacyNode>): Set<string> {
  const raw = workedWith(nodes);
  const counted = new Set<string>();
  for (const { entity, attribute, direct, counted: isCounted, worked } of uses.uses)
    if ((direct || worked) && attribute !== null)
      (isCounted ? counted : raw).add(`${demand.consumer}.${entity}.${attribute}`);
  for (const node of nodes.values()) {
    const isRead = raw.has(node.key) || (counted.has(node.key) && !isCopied(node));
    if (!isRead && !counted.has(node.key)) continue;
    for (const input of inputsOfNode(nodes, node, rawColumns)) (isRead ? raw : counted).add(input.key);
  }
  return raw;
}

/** What the entities on the way calculate with, order or search: a digest of it would give them something else. */
function workedWith(nodes: ReadonlyMap<string, PrivacyNode>): Set<string> {
  const found = new Set<string>();
  const add = ({ entity, liveInputs }: EntityDemand, columns: readonly Column[]) => {
    for (const { qualifier, name } of columns) {
      const whole = qualifier === null && entity ? overInputs(entity, name) : null;
      for (const over of whole ? rawColumns(whole) : [{ qualifier, name }]) {
        const live = liveInputs.find(({ input }) => input.alias === over.qualifier);
        if (live) found.add(`${live.input.ref}.${over.name}`);
      }
    }
  };
  for (const needed of new Set([...nodes.values()].map((node) => node.needed))) {
    const conditions = [needed.entity?.derivation?.where, ...needed.liveInputs.map(({ input }) => input.on)];
    for (const condition of conditions) if (condition) add(needed, workedInCondition(condition));
    for (const name of needed.attributes.keys()) {
      const tree = needed.entity?.attributes.get(name)?.tree;
      if (tree) add(needed, workedColumns(tree));
    }
  }
  return found;
}

function isCopied({ needed, name }: PrivacyNode): boolean {
  return (needed.entity && overInputs(needed.entity, name))?.kind === 'column';
}
