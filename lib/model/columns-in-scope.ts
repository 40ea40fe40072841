import type { ColumnName } from '@/lib/sql/columns';
import { nearestName } from '@/lib/sql/nearest-name';
import type { Column, SqlType } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { ownMeasureOf } from './base-measures';
import { parsedAt } from './expressions';
import { nameIn } from './input-ref';
import type { ExpressionPlace } from './issue';
import { attributeNamesIn, indexModel, recordOf } from './model-index';
import type {
  DerivationInput,
  DerivationJoin,
  EntityRecord,
  MeasureRecord,
  MetricRecord,
  ModelDocument,
  RecordId,
} from './records';
import { resolveName, uniquePath } from './references';
import { inputsOf, ownInput, type Scope } from './scope';
import type { ModelSurroundings } from './surroundings';

/**
 * The names an expression may use at one place of a model, with their types, and what a wrong one was probably meant to
 * be. What cannot be decided (an input that does not exist, a way that is not unique) is `unknown` here, because another
 * rule speaks about it.
 */
export type ColumnsInScope = {
  /** Undefined for a name that stands for nothing. */
  typeOf(column: Column | ColumnName): SqlType | undefined;
  /** As it would be written; null when nothing is near. */
  nearest(column: ColumnName): string | null;
};

/** The columns of a scope; in a join's condition only the inputs up to that join can be named. */
export function columnsInScope(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  scope: Scope | null,
  place: ExpressionPlace,
): ColumnsInScope {
  switch (scope?.over) {
    case 'inputs':
      return columnsOfInputs(document, surroundings, scope, place);
    case 'attributes':
      return columnsOfEntities(document, scope.entityIds);
    case 'metrics':
      return columnsOfMetrics(document);
    default:
      return { typeOf: () => undefined, nearest: () => null };
  }
}

type Typed = ReadonlyMap<string, { type: SqlType }>;
type InputColumns = { as: string; called: string; types: Typed | null };

function columnsOfInputs(
  document: ModelDocument,
  surroundings: ModelSurroundings,
  { entity, orOwn }: { entity: EntityRecord; orOwn: boolean },
  place: ExpressionPlace,
): ColumnsInScope {
  const all = inputColumnsOf(document, surroundings, entity);
  const inputs = place.in === 'on' ? all.slice(0, place.join + 2) : all;
  const own = orOwn ? attributeNamesIn(document, entity.id) : new Map<string, never>();
  return {
    typeOf({ qualifier, name }) {
      if (qualifier === null) return own.get(name)?.type;
      const input = inputs.find(({ as }) => as === qualifier);
      if (input === undefined) return undefined;
      return input.types === null ? 'unknown' : input.types.get(name)?.type;
    },
    nearest: (column) => nearestInput(inputs, [...own.keys()], column),
  };
}

type Known = WeakMap<ModelSurroundings, Map<RecordId, readonly InputColumns[]>>;
const knownInputs = new WeakMap<ModelDocument, Known>();

/** Asked for by every expression of an entity, and looked up once. */
function inputColumnsOf(document: ModelDocument, surroundings: ModelSurroundings, entity: EntityRecord) {
  const bySurroundings: Known = knownInputs.get(document) ?? new WeakMap();
  const byEntity = bySurroundings.get(surroundings) ?? new Map<RecordId, readonly InputColumns[]>();
  knownInputs.set(document, bySurroundings.set(surroundings, byEntity));
  const known = byEntity.get(entity.id);
  if (known) return known;
  const made = inputsOf(entity).map((input): InputColumns => {
    const ref = 'table' in input ? input.table : input.entity;
    return {
      as: input.as,
      called: nameIn(ref),
      types: typesOfInput(document, surroundings, input),
    };
  });
  byEntity.set(entity.id, made);
  return made;
}

/** Null when there is no such input: its names cannot be looked at. */
function typesOfInput(
  document: ModelDocument,
  { productKey, findEntity, findTable }: ModelSurroundings,
  input: DerivationInput | DerivationJoin,
): Typed | null {
  if ('table' in input) return findTable(input.table)?.columns ?? null;
  const own = ownInput(document, productKey, input);
  return own ? attributeNamesIn(document, own.id) : (findEntity(input.entity)?.attributes ?? null);
}

/** The right name under another input goes before a similar name under the written one. */
function nearestInput(inputs: readonly InputColumns[], own: readonly string[], column: ColumnName): string | null {
  const { qualifier, name } = column;
  const offering = inputs.filter(({ types }) => types?.has(name));
  const called = offering.filter((input) => input.called === qualifier);
  const [meant] = called.length === 1 ? called : offering.length === 1 ? offering : [];
  if (meant) return `${meant.as}.${name}`;
  if (qualifier === null) return nearestName(name, own);
  const input = inputs.find(({ as }) => as === qualifier);
  const nearest = nearestName(name, input?.types?.keys() ?? []);
  return nearest === null ? null : `${qualifier}.${nearest}`;
}

function columnsOfEntities(document: ModelDocument, entityIds: readonly RecordId[]): ColumnsInScope {
  return {
    typeOf(column) {
      const found = entityIds.map((entityId) => resolveName(document, entityId, column));
      if (found.some((one) => !one.ok && one.error.code === 'unknown-name')) return undefined;
      const [first] = found;
      if (first === undefined || !first.ok) return 'unknown';
      return recordOf(document, 'attribute', first.value.attributeId)?.type ?? 'unknown';
    },
    nearest(column) {
      const [entityId] = entityIds;
      return entityId === undefined ? null : nearestAttribute(document, entityId, column);
    },
  };
}

/** A bare name that only an entity within reach bears was meant to be that entity's. */
function nearestAttribute(document: ModelDocument, entityId: RecordId, column: ColumnName): string | null {
  if (column.qualifier === null) {
    const bearers = indexModel(document).byKind.entity.filter(
      ({ id }) => attributeNamesIn(document, id).has(column.name) && uniquePath(document, entityId, id).ok,
    );
    const [bearer] = bearers;
    if (bearer && bearers.length === 1) return `${bearer.name}.${column.name}`;
  }
  const found = resolveName(document, entityId, column);
  return !found.ok && found.error.code === 'unknown-name' ? found.error.nearest : null;
}

function columnsOfMetrics(document: ModelDocument): ColumnsInScope {
  const { metricByName } = indexModel(document);
  return {
    typeOf({ qualifier, name }) {
      const found = qualifier === null ? metricByName.get(name) : undefined;
      return found && typeOfMetric(document, found);
    },
    nearest: ({ name }) => nearestName(name, metricByName.keys()),
  };
}

/** The type a metric's values have: its measure's, and a decimal for whatever is computed from metrics. */
function typeOfMetric(document: ModelDocument, metric: MetricRecord): SqlType {
  const isBase = metric.formula.kind === 'simple' || metric.formula.kind === 'cumulative';
  if (!isBase) return 'decimal';
  const measure = ownMeasureOf(document, metric);
  return measure === null ? 'unknown' : typeOfMeasure(document, measure);
}

/** A count is a whole number, a mean is not, and the rest keeps the type of what it aggregates. */
function typeOfMeasure(document: ModelDocument, measure: MeasureRecord): SqlType {
  switch (measure.aggregation) {
    case 'count':
    case 'count-distinct':
      return 'integer';
    case 'average':
    case 'median':
    case 'percentile':
      return 'decimal';
    case 'sum':
    case 'min':
    case 'max': {
      const tree = parsedAt(measure, { in: 'expression' });
      const columns = columnsOfEntities(document, [measure.entityId]);
      return tree === null ? 'unknown' : typeExpression(tree, (column) => columns.typeOf(column) ?? 'unknown').type;
    }
  }
}
