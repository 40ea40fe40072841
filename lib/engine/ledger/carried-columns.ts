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
/** An attribute on the way; `carried` is null until it is known. */
type Node = { ref: string; attribute: string; carried: Carried | null; isOpen: boolean };
type Frame = { node: Node; inputs: Input[]; next: number; columns: number[] };
type Input = { node: Node; steps: number };
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
  const nodeAt = nodes();
  const merge = merger(inventory.columns.length);

  const enter = (node: Node): Frame => {
    node.isOpen = true;
    const { ref, attribute } = node;
    const frame: Frame = { node, inputs: [], next: 0, columns: [] };
    const entity = entityAt(ref);
    const record = entity?.attributes.get(attribute);
    const tree = record ? parsedAt(record, { in: 'expression' }) : null;
    for (const { qualifier, name } of tree === null ? [] : columnsOf(tree)) {
      if (qualifier === null) {
        frame.inputs.push({ node: nodeAt(ref, name), steps: 0 });
        continue;
      }
      const input = inputCalled(entity, qualifier);
      if (input && 'entity' in input) {
        const steps = ownerIn(input.entity) === ownerIn(ref) ? 0 : 1;
        frame.inputs.push({ node: nodeAt(input.entity, name), steps });
      } else if (input) {
        const at = inventory.tableAt.get(input.table)?.columnAt.get(name);
        if (at !== undefined) frame.columns.push(at);
      }
    }
    return frame;
  };

  return (ref, attribute) => {
    const asked = nodeAt(ref, attribute);
    const stack = asked.carried ? [] : [enter(asked)];
    for (let top = stack.at(-1); top; top = stack.at(-1)) {
      const input = top.inputs[top.next++];
      if (input && input.node.carried === null && !input.node.isOpen) stack.push(enter(input.node));
      if (input) continue;
      top.node.carried = merge(top);
      top.node.isOpen = false;
      stack.pop();
    }
    return asked.carried ?? NOTHING;
  };
}

function nodes(): (ref: string, attribute: string) => Node {
  const known = new Map<string, Map<string, Node>>();
  return (ref, attribute) => {
    const own = known.get(ref) ?? new Map<string, Node>();
    known.set(ref, own);
    const node = own.get(attribute) ?? { ref, attribute, carried: null, isOpen: false };
    own.set(attribute, node);
    return node;
  };
}

/** Adds up what the inputs carry, each column once with the most steps; what is still open stands on itself and adds nothing. */
function merger(bound: number): (frame: Frame) => Carried {
  const lastIn = new Uint32Array(bound);
  const placeOf = new Uint32Array(bound);
  let lists = 0;
  return ({ inputs, columns: own }) => {
    const [only] = inputs;
    if (only && inputs.length === 1 && own.length === 0 && only.steps === 0) return only.node.carried ?? NOTHING;
    lists += 1;
    const columns: number[] = [];
    const steps: number[] = [];
    const add = (column: number, far: number) => {
      const place = placeOf[column] ?? 0;
      if (lastIn[column] === lists) {
        if ((steps[place] ?? 0) < far) steps[place] = far;
        return;
      }
      lastIn[column] = lists;
      placeOf[column] = columns.push(column) - 1;
      steps.push(far);
    };
    for (const column of own) add(column, 1);
    for (const { node, steps: more } of inputs) {
      const behind = node.carried ?? NOTHING;
      for (let at = 0; at < behind.columns.length; at++) add(behind.columns[at] ?? 0, (behind.steps[at] ?? 0) + more);
    }
    return columns.length === 0 ? NOTHING : { columns, steps };
  };
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
