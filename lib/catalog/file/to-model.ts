import type { ModelDocument, ModelRecord } from '@/lib/model/records';
import type { FileModel } from './file-schema-model';
import { namesOfModel } from './names-of-model';
import { startNumbering } from './record-ids';
import { toAttribute, toEntity } from './to-entity';
import { toExpectation } from './to-expectation';
import { toDriver, toMeasure, toMetric } from './to-metric';
import { toRelationship, toSegment } from './to-relationship';

/**
 * The document of a model whose names are known to be right. Ids follow from names, so nothing is looked up; places in
 * lists become `order`, and what has no name is numbered in the order it is written in.
 */
export function toModel(file: FileModel): ModelDocument {
  const names = namesOfModel(file);
  const idOf = startNumbering();
  const records: ModelRecord[] = [
    ...file.entities.flatMap((entity, order) => [
      toEntity(entity, order),
      ...entity.attributes.map((attribute, place) => toAttribute(entity.key, attribute, place)),
    ]),
    ...file.relationships.map(toRelationship),
    ...file.segments.map(toSegment),
    ...file.measures.map(toMeasure),
    ...file.metrics.map((metric, order) => toMetric(metric, order, names)),
    ...file.drivers.map((driver, order) => toDriver(driver, order, idOf)),
    ...file.expectations.map((expectation, order) => toExpectation(expectation, order, { names, idOf })),
  ];
  return { schemaVersion: 1, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}
