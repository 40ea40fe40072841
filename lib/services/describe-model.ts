import type { Product } from '@/lib/catalog/snapshot';
import type { Requirement } from '@/lib/engine/plan';
import { labelOfRecord, nameOfRecord, ownNameOf } from '@/lib/model/names';
import { type AttributeRecord, attributesOf, type EntityRecord, recordsOf } from '@/lib/model/records';
import { describeMetric } from '@/lib/model/sentence';
import { columnsOf } from '@/lib/sql/columns';
import { parseExpression } from '@/lib/sql/parse';

/**
 * A product's model as a catalog shows it: by name, each field with who needs it and where it comes from. Whoever needs a
 * field is bound by it, and their reasons, of which there may be thousands, are not written out for that.
 */
export function describeModel({ model }: Product, asked: readonly Requirement[]) {
  const neededBy = new Map(
    asked.filter((row) => row.kind === 'attribute').map(({ target, binding }) => [target, binding]),
  );
  const nameOf = (id: string) => nameOfRecord(model, id);
  const ownName = (id: string) => ownNameOf(model, id);
  return {
    entities: recordsOf(model, 'entity').map((entity) => ({
      id: entity.id,
      key: entity.name,
      label: labelOfRecord(model, entity.id),
      description: entity.description,
      grain: entity.grain.map(ownName),
      attributes: attributesOf(model, entity.id).map((attribute) => ({
        id: attribute.id,
        key: attribute.name,
        label: labelOfRecord(model, attribute.id),
        type: attribute.type,
        role: attribute.role,
        unit: attribute.unit,
        description: attribute.description,
        classification: attribute.classification,
        neededBy: neededBy.get(`${entity.name}.${attribute.name}`) ?? [],
        physical: physicalOf(entity, attribute),
      })),
    })),
    relationships: recordsOf(model, 'relationship').map(({ id, name, label, from, to, cardinality, optional }) => ({
      id,
      key: name,
      label,
      from: { entity: nameOf(from.entityId), attributes: from.attributeIds.map(ownName) },
      to: { entity: nameOf(to.entityId), attributes: to.attributeIds.map(ownName) },
      cardinality,
      optional,
    })),
    measures: recordsOf(model, 'measure').map(({ id, name, entityId, aggregation, expression, unit }) => ({
      id,
      key: name,
      label: labelOfRecord(model, id),
      entity: nameOf(entityId),
      aggregation,
      expression,
      unit,
    })),
    metrics: recordsOf(model, 'metric').map(({ id, name, owner, unit, direction }) => ({
      id,
      key: name,
      label: labelOfRecord(model, id),
      sentence: describeMetric(model, id),
      owner,
      unit,
      direction,
    })),
  };
}

/** What an attribute is read from, by full name: `shop.orders.order_status`; several where it is computed from several. */
function physicalOf({ derivation }: EntityRecord, { expression }: AttributeRecord): string | null {
  const tree = expression === null ? null : parseExpression(expression);
  if (derivation === null || !tree?.ok) return null;
  const inputs = new Map([derivation.from, ...derivation.joins].map((input) => [input.as, input]));
  const read = columnsOf(tree.value).flatMap(({ qualifier, name }) => {
    const input = inputs.get(qualifier ?? '');
    if (!input) return [];
    return [`${'table' in input ? input.table : input.entity}.${name}`];
  });
  return read.length === 0 ? null : read.join(', ');
}
