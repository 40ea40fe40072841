import type { Issue } from '../issue';
import { attributeNamesIn, indexModel, recordOf } from '../model-index';
import type {
  DerivationInput,
  DerivationJoin,
  EntityRecord,
  ExpectationRecord,
  MetricRecord,
  ModelDocument,
  ModelRecord,
  RecordId,
  RecordKind,
  RelationshipRecord,
} from '../records';
import { inputsOf, ownInput } from '../scope';
import type { ModelSurroundings } from '../surroundings';

/**
 * Whatever a record names by id must be there and be the right kind of thing: a grain is made of the entity's own
 * attributes, a metric counts a measure. An entity must be made from something that exists as well; what its input offers
 * is looked at where an expression names it.
 */
export function referencesExist(document: ModelDocument, surroundings: ModelSurroundings): Issue[] {
  return Object.values(candidatesIn(document)).flatMap((records) =>
    records.flatMap((record) =>
      namedBy(document, surroundings, record)
        .filter(({ isThere }) => !isThere)
        .map(
          ({ field, missing }): Issue => ({
            code: 'dangling-reference',
            severity: 'error',
            at: record.id,
            field,
            missing,
          }),
        ),
    ),
  );
}

/** All records but the attributes of entities that are there: they name nothing else, and are most of a model. */
function candidatesIn(document: ModelDocument): Record<RecordKind, readonly ModelRecord[]> {
  const { byKind, attributesByEntity } = indexModel(document);
  const hasStray = [...attributesByEntity.keys()].some((id) => recordOf(document, 'entity', id) === null);
  return hasStray ? byKind : { ...byKind, attribute: [] };
}

type Named = { field: string; missing: string; isThere: boolean };

function namedBy(document: ModelDocument, surroundings: ModelSurroundings, record: ModelRecord): Named[] {
  const is = (kind: ModelRecord['kind'], field: string, ids: readonly (RecordId | null)[]): Named[] =>
    ids
      .filter((id) => id !== null)
      .map((id) => ({ field, missing: id, isThere: recordOf(document, kind, id) !== null }));
  switch (record.kind) {
    case 'entity':
      return namedByEntity(document, surroundings, record);
    case 'attribute':
      return is('entity', 'entity', [record.entityId]);
    case 'relationship':
      return namedByRelationship(document, record);
    case 'segment':
      return is('entity', 'entity', [record.entityId]);
    case 'measure':
      return [...is('entity', 'entity', [record.entityId]), ...is('segment', 'segments', record.segmentIds)];
    case 'metric':
      return [
        ...namedByFormula(record, is),
        ...is('attribute', 'time', [record.timeAttributeId]),
        ...is('attribute', 'slices', record.sliceIds),
        ...is(
          'attribute',
          'slices',
          (record.roleSlices ?? []).map(({ attributeId }) => attributeId),
        ),
        ...is('segment', 'segments', record.segmentIds),
      ];
    case 'driver':
      return [
        ...is('metric', 'from', [record.fromId]),
        ...is('metric', 'to', [record.toId]),
        ...is('attribute', 'by', [record.byId]),
      ];
    case 'expectation':
      return namedByExpectation(document, record, is);
  }
}

type Is = (kind: ModelRecord['kind'], field: string, ids: readonly (RecordId | null)[]) => Named[];

function namedByFormula({ formula }: MetricRecord, is: Is): Named[] {
  switch (formula.kind) {
    case 'simple':
    case 'cumulative':
      return is('measure', 'measure', [formula.measureId]);
    case 'ratio':
      return [
        ...is('metric', 'numerator', [formula.numeratorId]),
        ...is('metric', 'denominator', [formula.denominatorId]),
      ];
    case 'change':
      return is('metric', 'metric', [formula.metricId]);
    case 'derived':
      return [];
  }
}

function namedByEntity(document: ModelDocument, surroundings: ModelSurroundings, entity: EntityRecord): Named[] {
  const own = (field: string, ids: readonly RecordId[]): Named[] =>
    ids.map((id) => ({ field, missing: id, isThere: recordOf(document, 'attribute', id)?.entityId === entity.id }));
  const inputs = inputsOf(entity).map((input) => ({
    field: 'derivation',
    missing: 'table' in input ? input.table : input.entity,
    isThere: inputExists(document, surroundings, input),
  }));
  return [...own('grain', entity.grain), ...own('groupBy', entity.derivation?.groupBy ?? []), ...inputs];
}

/** An own entity is read from the document, which may be ahead of what the workspace knows. */
function inputExists(
  document: ModelDocument,
  { productKey, findEntity, findTable }: ModelSurroundings,
  input: DerivationInput | DerivationJoin,
): boolean {
  if ('table' in input) return findTable(input.table) !== null;
  if (input.entity.startsWith(`${productKey}.`)) return ownInput(document, productKey, input) !== null;
  return findEntity(input.entity) !== null;
}

function namedByRelationship(document: ModelDocument, { from, to }: RelationshipRecord): Named[] {
  return [from, to].flatMap((end): Named[] => [
    { field: 'entity', missing: end.entityId, isThere: recordOf(document, 'entity', end.entityId) !== null },
    ...end.attributeIds.map((id) => ({
      field: 'attributes',
      missing: id,
      isThere: recordOf(document, 'attribute', id)?.entityId === end.entityId,
    })),
  ]);
}

function namedByExpectation(document: ModelDocument, { onId, rule }: ExpectationRecord, is: Is): Named[] {
  const on: Named[] =
    onId === null ? [] : [{ field: 'on', missing: onId, isThere: Object.hasOwn(document.records, onId) }];
  switch (rule.rule) {
    case 'unique': {
      const isOwn = (id: string) =>
        onId !== null && (isIn(document, onId, id) || attributeNamesIn(document, onId).has(id));
      const attributes = (rule.attributes ?? []).map((id) => ({
        field: 'attributes',
        missing: id,
        isThere: isOwn(id),
      }));
      return [...on, ...attributes];
    }
    case 'reconcile':
      return [...on, ...is('metric', 'left', [rule.left]), ...is('metric', 'right', [rule.right])];
    case 'completeness':
      return [...on, ...is('measure', 'weight', [rule.weight ?? null])];
    default:
      return on;
  }
}

function isIn(document: ModelDocument, entityId: RecordId, attributeId: RecordId): boolean {
  return recordOf(document, 'attribute', attributeId)?.entityId === entityId;
}
