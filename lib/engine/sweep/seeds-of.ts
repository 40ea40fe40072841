import { findUses } from '../demand/find-uses';
import type { CompiledProduct } from '../lineage/lineage';
import type { AttributeGraph } from './attribute-graph';
import type { Seeds } from './sweep-needs';

/** Where a consumer's needs start: what its model uses, and nothing it merely draws. */
export function seedsOf(graph: AttributeGraph, consumer: CompiledProduct): Seeds {
  const found = new Map<number, boolean>();
  for (const { entity, attribute, direct } of findUses(consumer.model).uses) {
    const nodes = graph.entities.get(`${consumer.key}.${entity}`);
    const id = attribute === null ? nodes?.rows : nodes?.asked.get(attribute);
    if (id !== undefined) found.set(id, direct || (found.get(id) ?? false));
  }
  return [...found].map(([id, direct]) => ({ id, direct }));
}
