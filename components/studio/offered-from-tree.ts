import type { ExistingAttribute, WhatExists } from '@/lib/api/what-exists';
import type { OfferedAttribute, OfferedEntity } from '@/lib/model/edits/offered-entity';

export type ExistingProductTree = WhatExists['tree'][number];

/** What the catalog told, as something a model can take in: names and keys, no ids of another product's. */
export function offeredFromTree(tree: ExistingProductTree, entityName: string): OfferedEntity | null {
  const entity = tree.entities.find(({ name }) => name === entityName);
  if (!entity) return null;
  const attributesOf = (name: string, wanted: readonly string[]): OfferedAttribute[] => {
    const known = tree.entities.find((other) => other.name === name)?.attributes ?? [];
    return wanted.flatMap((one) => known.filter((attribute) => attribute.name === one).map(offered));
  };
  return {
    product: tree.product.key,
    name: entity.name,
    label: entity.label,
    description: entity.description,
    synonyms: [],
    grain: entity.grain,
    attributes: entity.attributes.map(offered),
    relationships: tree.relationships
      .filter(({ from, to }) => from.entity === entityName || to.entity === entityName)
      .map(({ name, from, to, cardinality }) => ({
        name,
        label: null,
        role: null,
        cardinality,
        optional: false,
        from: { entity: from.entity, attributes: attributesOf(from.entity, from.attributes) },
        to: { entity: to.entity, attributes: attributesOf(to.entity, to.attributes) },
      })),
  };
}

function offered(attribute: ExistingAttribute): OfferedAttribute {
  return { ...attribute, synonyms: [], nullable: true };
}
