import { columnsOf } from '@/lib/sql/columns';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { Inventory } from './inventory';

/** Source columns whose values reach an attribute, each with the most steps from product to product on its way. */
export type Carried = ReadonlyMap<number, number>;

const NOTHING: Carried = new Map();
type Frame = { key: string; inputs: Input[]; next: number; found: Map<number, number> };
type Input = { ref: string; attribute: string; steps: number };

/**
 * Finds the source columns an attribute is made from, through every expression on the way; what only joins, filters or
 * groups is not carried. Each attribute is walked once per finder, on a stack of its own, because chains of thousands of
 * products are legal. An attribute that stands on itself carries what else it stands on.
 */
export function carriedColumns(lineage: Lineage, inventory: Inventory): (ref: string, attribute: string) => Carried {
  const known = new Map<string, Carried>();
  const open = new Set<string>();

  const enter = (ref: string, attribute: string): Frame => {
    const key = nodeKey(ref, attribute);
    open.add(key);
    const found = new Map<number, number>();
    const inputs: Input[] = [];
    const entity = lineage.entity(ref);
    const tree = entity?.attributes.get(attribute)?.tree ?? null;
    for (const column of entity === null || tree === null ? [] : columnsOf(tree)) {
      const from = inputFor(entity, column.qualifier);
      if (from === null) inputs.push({ ref, attribute: column.name, steps: 0 });
      else if (from?.kind === 'entity')
        inputs.push({ ref: from.ref, attribute: column.name, steps: isOwn(entity, from.ref) ? 0 : 1 });
      else if (from?.kind === 'table') {
        const at = inventory.tableAt.get(from.ref)?.columnAt.get(column.name);
        if (at !== undefined) found.set(at, 1);
      }
    }
    return { key, inputs, next: 0, found };
  };

  return (ref, attribute) => {
    const asked = nodeKey(ref, attribute);
    if (!known.has(asked)) {
      const stack = [enter(ref, attribute)];
      for (let top = stack.at(-1); top; top = stack.at(-1)) {
        const input = top.inputs[top.next];
        if (input === undefined) {
          known.set(top.key, top.found.size === 0 ? NOTHING : top.found);
          open.delete(top.key);
          stack.pop();
          continue;
        }
        const key = nodeKey(input.ref, input.attribute);
        const carried = known.get(key);
        if (carried === undefined && !open.has(key)) {
          stack.push(enter(input.ref, input.attribute));
          continue;
        }
        top.next++;
        for (const [column, steps] of carried ?? NOTHING)
          top.found.set(column, Math.max(top.found.get(column) ?? 0, steps + input.steps));
      }
    }
    return known.get(asked) ?? NOTHING;
  };
}

/** Names hold no line breaks, so two nodes never share a key. */
function nodeKey(ref: string, attribute: string): string {
  return `${ref}\n${attribute}`;
}

/** Null for a bare name, which is another attribute of the same entity; undefined for an alias nobody has. */
function inputFor(entity: CompiledEntity | null, qualifier: string | null) {
  if (qualifier === null) return null;
  return entity?.derivation?.inputs.find(({ alias }) => alias === qualifier);
}

function isOwn(entity: CompiledEntity | null, ref: string): boolean {
  return entity !== null && ref.startsWith(`${entity.product}.`);
}
