import type {
  AttributeRecord,
  DriverRecord,
  EntityRecord,
  ExpectationRecord,
  MeasureRecord,
  MetricRecord,
  ModelDocument,
  ModelRecord,
  RelationshipRecord,
  SegmentRecord,
} from './records';
import type { ModelSurroundings } from './surroundings';

/**
 * Whole records from the few facts a test is about. An id is the name where none is given (an attribute's is
 * `entity.name`), so that tests can point at records by what they are called.
 */
type Given<T, Required extends keyof T> = Pick<T, Required> & Partial<T>;

export function aModel(...records: (ModelRecord | ModelRecord[])[]): ModelDocument {
  const entries = records.flat().map((record, order): [string, ModelRecord] => [record.id, { ...record, order }]);
  return { schemaVersion: 1, records: Object.fromEntries(entries) };
}

export function anEntity(given: Given<EntityRecord, 'name'>): EntityRecord {
  const empty = { label: null, description: null, synonyms: [], grain: [], derivation: null };
  return { kind: 'entity', id: given.name, order: 0, ...empty, ...given };
}

export function anAttribute(given: Given<AttributeRecord, 'entityId' | 'name'>): AttributeRecord {
  const empty = { label: null, description: null, synonyms: [], unit: null, classification: null, expression: null };
  const usual = { type: 'string' as const, role: 'text' as const, nullable: true };
  return { kind: 'attribute', id: `${given.entityId}.${given.name}`, order: 0, ...empty, ...usual, ...given };
}

/** An entity with its attributes; the first is its grain. Types are given, roles follow from them. */
export function anEntityWith(
  name: string,
  types: Record<string, AttributeRecord['type']>,
  given: Partial<EntityRecord> = {},
): ModelRecord[] {
  const attributes = Object.entries(types).map(([attribute, type], order) =>
    anAttribute({ entityId: name, name: attribute, type, role: order === 0 ? 'identifier' : ROLES[type], order }),
  );
  return [anEntity({ name, grain: attributes.slice(0, 1).map(({ id }) => id), ...given }), ...attributes];
}

const ROLES: Record<AttributeRecord['type'], AttributeRecord['role']> = {
  string: 'category',
  integer: 'number',
  decimal: 'number',
  boolean: 'flag',
  date: 'time',
  time: 'text',
  timestamp: 'time',
  json: 'text',
};

/** From `order.customer_id` to `customer.customer_id`; several pairs are given as lists. */
export function aRelationship(
  from: string | string[],
  to: string | string[],
  given: Partial<RelationshipRecord> = {},
): RelationshipRecord {
  const ends = { from: anEnd(from), to: anEnd(to) };
  const name = `${ends.from.entityId}_${ends.to.entityId}`;
  const usual = { label: null, role: null, cardinality: 'many-to-one' as const, optional: false };
  return { kind: 'relationship', id: given.name ?? name, order: 0, name, ...usual, ...ends, ...given };
}

function anEnd(attributes: string | string[]) {
  const attributeIds = [attributes].flat();
  return { entityId: attributeIds[0]?.split('.')[0] ?? '', attributeIds };
}

export function aSegment(given: Given<SegmentRecord, 'entityId' | 'name' | 'filter'>): SegmentRecord {
  return { kind: 'segment', id: given.name, order: 0, label: null, ...given };
}

export function aMeasure(given: Given<MeasureRecord, 'entityId' | 'name'>): MeasureRecord {
  const empty = {
    label: null,
    expression: null,
    percentile: null,
    filter: null,
    segmentIds: [],
    unit: null,
    emptyAs: null,
  };
  const usual = { aggregation: 'count' as const, behaviour: 'flow' as const };
  return { kind: 'measure', id: `measure:${given.name}`, order: 0, ...empty, ...usual, ...given };
}

export function aMetric(given: Given<MetricRecord, 'name' | 'formula'>): MetricRecord {
  const empty = { label: null, definition: null, timeAttributeId: null, grain: null, sliceIds: [], segmentIds: [] };
  const usual = { filter: null, direction: null, target: null, unit: null, owner: null };
  return { kind: 'metric', id: given.name, order: 0, ...empty, ...usual, ...given };
}

export function aDriver(given: Given<DriverRecord, 'fromId' | 'driver'>): DriverRecord {
  const empty = { toId: null, byId: null, sign: null, note: null, identity: false };
  return { kind: 'driver', id: `${given.fromId}>${given.toId ?? given.byId}`, order: 0, ...empty, ...given };
}

export function anExpectation(given: Given<ExpectationRecord, 'rule'>): ExpectationRecord {
  const usual = { onId: null, enforcement: 'check' as const, origin: 'stated' as const, words: null };
  return { kind: 'expectation', id: `${given.rule.rule}:${given.onId ?? 'model'}`, order: 0, ...usual, ...given };
}

/** A consumer product with an owner and a decision, alone in its workspace. */
export function someSurroundings(given: Partial<ModelSurroundings> = {}): ModelSurroundings {
  return {
    productKey: 'cdp-test',
    alignment: 'consumer',
    ownerKey: 'retention',
    useCase: { decision: 'Whom do we win back?' },
    findEntity: () => null,
    findTable: () => null,
    findDefinitions: () => [],
    ...given,
  };
}

/**
 * Customers order items and review orders: the smallest model with a path, a fan-out and a chasm. Records given besides
 * are added, and replace those of the same id.
 */
export function aShop(...more: (ModelRecord | ModelRecord[])[]): ModelDocument {
  return aModel(
    anEntityWith('customer', { customer_id: 'string', state: 'string', joined_at: 'timestamp' }),
    anEntityWith('order', {
      order_id: 'string',
      customer_id: 'string',
      status: 'string',
      ordered_at: 'timestamp',
      amount: 'decimal',
      is_late: 'boolean',
    }),
    anEntityWith('item', {
      item_id: 'string',
      order_id: 'string',
      category: 'string',
      price: 'decimal',
      pieces: 'integer',
    }),
    anEntityWith('review', { review_id: 'string', order_id: 'string', score: 'integer', created_at: 'timestamp' }),
    aRelationship('order.customer_id', 'customer.customer_id', { name: 'places' }),
    aRelationship('item.order_id', 'order.order_id', { name: 'item_of' }),
    aRelationship('review.order_id', 'order.order_id', { name: 'review_of' }),
    aMeasure({ entityId: 'order', name: 'amount', aggregation: 'sum', expression: 'amount' }),
    aMetric({
      name: 'revenue',
      formula: { kind: 'simple', measureId: 'measure:amount' },
      timeAttributeId: 'order.ordered_at',
    }),
    ...more,
  );
}
