import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { parsedAt } from '@/lib/model/expressions';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { AttributeRecord, EntityRecord } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import type { Inventory } from './inventory';

/** Source columns whose values reach an attribute, each once, and beside it the most steps from product to product on its way. */
export type Carried = { columns: readonly number[]; steps: readonly number[] };

const NOTHING: Carried = { columns: [], steps: [] };
type Frame = { key: string; inputs: Input[]; next: number; found: Map<number, number> };
type Input = { ref: string; attribute: string; steps: number };
type WrittenEntity = { record: EntityRecord; attributes: ReadonlyMap<string, AttributeRecord> };

/**
 * Finds the source columns an attribute is made from, through every expression on the way; what only joins, filters or
 * groups is not carried. It reads the models as they are written, so that a product nobody could plan with still tells
 * what it would carry. Each attribute is walked once per finder, on a stack of its own, because chains of thousands of
 * products are legal. An attribute that stands on itself carries what else it stands on.
 */
export function carriedColumns(
  snapshot: WorkspaceSnapshot,
  inventory: Inventory,
): (ref: string, attribute: string) => Carried {
  const entityAt = writtenEntities(snapshot);
  const known = new Map<string, Carried>();
  const open = new Set<string>();

  const enter = (ref: string, attribute: string): Frame => {
    const key = nodeKey(ref, attribute);
    open.add(key);
    const frame: Frame = { key, inputs: [], next: 0, found: new Map() };
    const entity = entityAt(ref);
    const record = entity?.attributes.get(attribute);
    const tree = record ? parsedAt(record, { in: 'expression' }) : null;
    for (const { qualifier, name } of tree === null ? [] : columnsOf(tree)) {
      if (qualifier === null) {
        frame.inputs.push({ ref, attribute: name, steps: 0 });
        continue;
      }
      const input = inputCalled(entity, qualifier);
      if (input && 'entity' in input) {
        const steps = ownerIn(input.entity) === ownerIn(ref) ? 0 : 1;
        frame.inputs.push({ ref: input.entity, attribute: name, steps });
      } else if (input) {
        const at = inventory.tableAt.get(input.table)?.columnAt.get(name);
        if (at !== undefined) frame.found.set(at, 1);
      }
    }
    return frame;
  };

  return (ref, attribute) => {
    const asked = nodeKey(ref, attribute);
    const stack = known.has(asked) ? [] : [enter(ref, attribute)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const input = top.inputs[top.next];
      if (input === undefined) {
        const { found } = top;
        known.set(top.key, found.size === 0 ? NOTHING : { columns: [...found.keys()], steps: [...found.values()] });
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
      const { columns, steps } = carried ?? NOTHING;
      for (const [at, column] of columns.entries())
        top.found.set(column, Math.max(top.found.get(column) ?? 0, (steps[at] ?? 0) + input.steps));
    }
    return known.get(asked) ?? NOTHING;
  };
}

/** Names hold no line breaks, so two nodes never share a key. */
function nodeKey(ref: string, attribute: string): string {
  return `${ref}\n${attribute}`;
}

function inputCalled(entity: WrittenEntity | null, alias: string) {
  const derivation = entity?.record.derivation;
  return derivation ? [derivation.from, ...derivation.joins].find((input) => input.as === alias) : undefined;
}

/** Entities by `product.entity`, each read from its model when first looked at. */
function writtenEntities({ products }: WorkspaceSnapshot): (ref: string) => WrittenEntity | null {
  const byKey = new Map(products.map((product) => [product.key, product]));
  const known = new Map<string, ReadonlyMap<string, WrittenEntity>>();
  return (ref) => {
    const key = ownerIn(ref);
    const product = byKey.get(key);
    if (!product) return null;
    let entities = known.get(key);
    if (!entities) {
      entities = new Map(
        indexModel(product.model).byKind.entity.map((record) => {
          const attributes = attributesIn(product.model, record.id);
          return [record.name, { record, attributes: new Map(attributes.map((one) => [one.name, one])) }];
        }),
      );
      known.set(key, entities);
    }
    return entities.get(nameIn(ref)) ?? null;
  };
}
