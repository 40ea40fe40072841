import { baseMeasuresOf } from './base-measures';
import type { ExpressionPlace } from './issue';
import { indexModel, recordAt, recordOf } from './model-index';
import type { DerivationInput, DerivationJoin, EntityRecord, ModelDocument, ModelRecord, RecordId } from './records';
import { type ReferencePath, resolveName } from './references';

/**
 * What the names in an expression may mean, which depends on where it is written: the inputs of a derivation, the
 * attributes of an entity and of those it leads to, or the metrics of the model.
 */
export type Scope =
  | { over: 'inputs'; entity: EntityRecord /** Bare names are attributes of the same entity. */; orOwn: boolean }
  | { over: 'attributes'; entityIds: readonly RecordId[] }
  | { over: 'metrics' };

/** The scope of an expression; null where the record says nothing its names could belong to. */
export function scopeOf(document: ModelDocument, record: ModelRecord, place: ExpressionPlace): Scope | null {
  switch (record.kind) {
    case 'entity':
      return { over: 'inputs', entity: record, orOwn: false };
    case 'attribute': {
      const entity = recordOf(document, 'entity', record.entityId);
      return entity && { over: 'inputs', entity, orOwn: true };
    }
    case 'segment':
    case 'measure':
      return { over: 'attributes', entityIds: [record.entityId] };
    case 'metric':
      if (place.in === 'formula') return { over: 'metrics' };
      return { over: 'attributes', entityIds: measuredEntities(document, record.id) };
    case 'expectation':
      return scopeOfTarget(document, record.onId);
    case 'relationship':
    case 'driver':
      return null;
  }
}

/** The entities whose rows a metric counts, each once: those of its base measures. */
export function measuredEntities(document: ModelDocument, metricId: RecordId): RecordId[] {
  return [...new Set(baseMeasuresOf(document, metricId).map((measure) => measure.entityId))];
}

/** The scope of an expression about a record: the rows an expectation on it speaks about. */
export function scopeOfTarget(document: ModelDocument, id: RecordId | null): Scope | null {
  const target = recordAt(document, id);
  switch (target?.kind) {
    case 'entity':
      return { over: 'attributes', entityIds: [target.id] };
    case 'attribute':
    case 'measure':
    case 'segment':
      return { over: 'attributes', entityIds: [target.entityId] };
    case 'relationship':
      return { over: 'attributes', entityIds: [target.from.entityId] };
    case 'metric':
      return { over: 'attributes', entityIds: measuredEntities(document, target.id) };
    default:
      return null;
  }
}

/** The inputs of an entity in the order they are written, the first being what it is made from. */
export function inputsOf(entity: EntityRecord): (DerivationInput | DerivationJoin)[] {
  return entity.derivation === null ? [] : [entity.derivation.from, ...entity.derivation.joins];
}

/** The entity of this very model that an input names, when it names one; a product without a key has none. */
export function ownInput(
  document: ModelDocument,
  productKey: string | null,
  input: DerivationInput | DerivationJoin,
): EntityRecord | null {
  if (productKey === null || !('entity' in input) || !input.entity.startsWith(`${productKey}.`)) return null;
  return indexModel(document).entityByName.get(input.entity.slice(productKey.length + 1)) ?? null;
}

export type OwnMeaning =
  | { is: 'attribute'; attributeId: RecordId; path: ReferencePath }
  | { is: 'metric'; metricId: RecordId };

/**
 * The records of this model that a name in a scope stands for: none when it belongs to another product, to a table or to
 * nothing; several only where a metric counts several entities and each leads to it.
 */
export function ownMeanings(
  document: ModelDocument,
  productKey: string | null,
  scope: Scope,
  column: { qualifier: string | null; name: string },
): OwnMeaning[] {
  switch (scope.over) {
    case 'metrics': {
      if (column.qualifier !== null) return [];
      const metric = indexModel(document).metricByName.get(column.name);
      return metric ? [{ is: 'metric', metricId: metric.id }] : [];
    }
    case 'attributes':
      return scope.entityIds.flatMap((entityId): OwnMeaning[] => {
        const found = resolveName(document, entityId, column);
        return found.ok ? [{ is: 'attribute', ...found.value }] : [];
      });
    case 'inputs': {
      const entity =
        column.qualifier === null ? scope.orOwn && scope.entity : inputNamed(document, productKey, scope, column);
      if (!entity) return [];
      const found = resolveName(document, entity.id, { qualifier: null, name: column.name });
      return found.ok ? [{ is: 'attribute', ...found.value }] : [];
    }
  }
}

function inputNamed(
  document: ModelDocument,
  productKey: string | null,
  scope: { entity: EntityRecord },
  column: { qualifier: string | null },
): EntityRecord | null {
  const input = inputsOf(scope.entity).find(({ as }) => as === column.qualifier);
  return input ? ownInput(document, productKey, input) : null;
}
