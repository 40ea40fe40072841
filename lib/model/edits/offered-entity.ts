import { attributesIn, indexModel, recordOf } from '../model-index';
import type { AttributeRecord, ModelDocument, RelationshipEnd, RelationshipRecord } from '../records';

/**
 * What another product offers, in names and not in ids: its ids are its own affair. The catalog makes one from a model,
 * a browser from what the service told it.
 */
export type OfferedEntity = {
  product: string;
  name: string;
  label: string | null;
  description: string | null;
  synonyms: readonly string[];
  grain: readonly string[];
  attributes: readonly OfferedAttribute[];
  relationships: readonly OfferedRelationship[];
};
export type OfferedAttribute = Pick<
  AttributeRecord,
  'name' | 'label' | 'description' | 'synonyms' | 'type' | 'role' | 'unit' | 'classification' | 'nullable'
>;
/** Between the entity and another of the same product. */
export type OfferedRelationship = Pick<RelationshipRecord, 'name' | 'label' | 'role' | 'cardinality' | 'optional'> & {
  from: OfferedEnd;
  to: OfferedEnd;
};
export type OfferedEnd = { entity: string; attributes: readonly OfferedAttribute[] };

/** What a product offers under an entity's name; null when it has no such entity. */
export function offeredEntity(product: string, model: ModelDocument, name: string): OfferedEntity | null {
  const entity = indexModel(model).entityByName.get(name);
  if (entity === undefined) return null;
  const { label, description, synonyms } = entity;
  const touches = ({ from, to }: RelationshipRecord) => from.entityId === entity.id || to.entityId === entity.id;
  return {
    product,
    name,
    label,
    description,
    synonyms,
    grain: entity.grain.flatMap((id) => recordOf(model, 'attribute', id)?.name ?? []),
    attributes: attributesIn(model, entity.id).map(offered),
    relationships: indexModel(model)
      .byKind.relationship.filter(touches)
      .map((relationship) => ({
        name: relationship.name,
        label: relationship.label,
        role: relationship.role,
        cardinality: relationship.cardinality,
        optional: relationship.optional,
        from: offeredEnd(model, relationship.from),
        to: offeredEnd(model, relationship.to),
      })),
  };
}

function offeredEnd(model: ModelDocument, end: RelationshipEnd): OfferedEnd {
  const attributes = end.attributeIds.flatMap((id) => recordOf(model, 'attribute', id) ?? []);
  return { entity: recordOf(model, 'entity', end.entityId)?.name ?? '', attributes: attributes.map(offered) };
}

function offered(attribute: AttributeRecord): OfferedAttribute {
  const { name, label, description, synonyms, type, role, unit, classification, nullable } = attribute;
  return { name, label, description, synonyms, type, role, unit, classification, nullable };
}
