import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { EntityRecord, ModelDocument, RelationshipEnd } from '@/lib/model/records';
import { listOrAbsent, orAbsent, unless } from './absent';
import type { FileModelInput } from './file-schema-model';
import { fromExpectation } from './from-expectation';
import { fromDriver, fromMeasure, fromMetric } from './from-metric';
import type { Unwritable } from './unwritable';
import { nameIn, ownAttributeIn, startNaming, type WrittenNames } from './written-names';

/** A model as a file says it, defaults left out, and what of it cannot be said. */
export function fromModel(model: ModelDocument): { file: FileModelInput; unwritable: Omit<Unwritable, 'product'>[] } {
  const naming = startNaming(model);
  const { byKind } = indexModel(model);
  const file: FileModelInput = {
    entities: listOrAbsent(byKind.entity.map((entity) => fromEntity(naming, entity))),
    relationships: listOrAbsent(
      byKind.relationship.map(({ id, name, label, role, from, to, cardinality, optional }) => ({
        key: name,
        label: orAbsent(label),
        role: orAbsent(role),
        from: fromEnd(naming, from, id),
        to: fromEnd(naming, to, id),
        cardinality,
        optional: unless(optional, false),
      })),
    ),
    segments: listOrAbsent(
      byKind.segment.map(({ id, name, label, entityId, filter }) => ({
        key: name,
        label: orAbsent(label),
        entity: nameIn(naming, 'entity', entityId, id),
        filter,
      })),
    ),
    measures: listOrAbsent(byKind.measure.map((measure) => fromMeasure(naming, measure))),
    metrics: listOrAbsent(byKind.metric.map((metric) => fromMetric(naming, metric))),
    drivers: listOrAbsent(byKind.driver.map((driver) => fromDriver(naming, driver))),
    expectations: listOrAbsent(byKind.expectation.map((expectation) => fromExpectation(naming, expectation))),
  };
  return { file, unwritable: naming.unwritable };
}

type FileEntityInput = NonNullable<FileModelInput['entities']>[number];

function fromEntity(naming: WrittenNames, entity: EntityRecord): FileEntityInput {
  const { id, derivation } = entity;
  const own = (attributeId: string) => ownAttributeIn(naming, id, attributeId, id);
  return {
    key: entity.name,
    label: orAbsent(entity.label),
    synonyms: listOrAbsent(entity.synonyms),
    description: orAbsent(entity.description),
    grain: listOrAbsent(entity.grain.map(own)),
    from: derivation?.from,
    joins: listOrAbsent(derivation?.joins ?? []),
    where: orAbsent(derivation?.where ?? null),
    groupBy: listOrAbsent((derivation?.groupBy ?? []).map(own)),
    attributes: listOrAbsent(
      attributesIn(naming.model, id).map((attribute) => ({
        key: attribute.name,
        label: orAbsent(attribute.label),
        type: attribute.type,
        role: unless(attribute.role, 'text'),
        unit: orAbsent(attribute.unit),
        classification: orAbsent(attribute.classification),
        nullable: unless(attribute.nullable, true),
        expression: orAbsent(attribute.expression),
        synonyms: listOrAbsent(attribute.synonyms),
        description: orAbsent(attribute.description),
      })),
    ),
  };
}

/** One attribute without brackets, several with; an entity alone while none is chosen. */
function fromEnd(naming: WrittenNames, { entityId, attributeIds }: RelationshipEnd, by: string): string | string[] {
  const entity = nameIn(naming, 'entity', entityId, by);
  const names = attributeIds.map((id) => `${entity}.${ownAttributeIn(naming, entityId, id, by)}`);
  const [only, ...others] = names;
  return others.length > 0 ? names : (only ?? entity);
}
