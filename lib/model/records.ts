import { z } from 'zod';
import { ExpectationRule } from './rule';

/**
 * The model document: plain data, a flat map of records under stable ids. Renaming keeps identity, order is a field,
 * and layout stands beside the records, so moving a box never makes a new version. Every field a person may not have
 * filled in yet is null (unfinished is a value, not a missing field): a draft is always savable.
 */
export const RecordId = z.string().min(1).max(120);
export type RecordId = z.infer<typeof RecordId>;

export const AttributeType = z.enum(['string', 'integer', 'decimal', 'boolean', 'date', 'time', 'timestamp', 'json']);
export type AttributeType = z.infer<typeof AttributeType>;
export const AttributeRole = z.enum(['identifier', 'category', 'time', 'number', 'text', 'flag']);
export type AttributeRole = z.infer<typeof AttributeRole>;
export const Classification = z.enum(['public', 'internal', 'confidential', 'personal']);
export type Classification = z.infer<typeof Classification>;
export const Cardinality = z.enum(['one-to-one', 'many-to-one', 'one-to-many']);
export type Cardinality = z.infer<typeof Cardinality>;
export const TimeGrain = z.enum(['day', 'week', 'month', 'quarter', 'year']);
export type TimeGrain = z.infer<typeof TimeGrain>;

/**
 * Where an entity's rows come from. Inputs are named by key (`source.table`, `product.entity`) and not by id: another
 * product's names are a promise, and breaking it must show.
 */
export const DerivationInput = z.union([
  z.strictObject({ table: z.string(), as: z.string() }),
  z.strictObject({ entity: z.string(), as: z.string() }),
]);
export type DerivationInput = z.infer<typeof DerivationInput>;
export const DerivationJoin = z.union([
  z.strictObject({ table: z.string(), as: z.string(), type: z.enum(['inner', 'left']), on: z.string() }),
  z.strictObject({ entity: z.string(), as: z.string(), type: z.enum(['inner', 'left']), on: z.string() }),
]);
export type DerivationJoin = z.infer<typeof DerivationJoin>;
export const Derivation = z.strictObject({
  from: DerivationInput,
  joins: z.array(DerivationJoin),
  where: z.string().nullable(),
  /** Attributes of this entity whose expressions are grouped by; empty means row by row. */
  groupBy: z.array(RecordId),
});
export type Derivation = z.infer<typeof Derivation>;

const base = {
  id: RecordId,
  /** Position among records of its kind (attributes: within their entity). */ order: z.number(),
};

export const EntityRecord = z.strictObject({
  ...base,
  kind: z.literal('entity'),
  name: z.string(),
  label: z.string().nullable(),
  description: z.string().nullable(),
  synonyms: z.array(z.string()),
  /** What one row is: the attributes that identify it. Empty while unknown. */
  grain: z.array(RecordId),
  /** Null while unbound: a wish. */
  derivation: Derivation.nullable(),
});
export type EntityRecord = z.infer<typeof EntityRecord>;

export const AttributeRecord = z.strictObject({
  ...base,
  kind: z.literal('attribute'),
  entityId: RecordId,
  name: z.string(),
  label: z.string().nullable(),
  description: z.string().nullable(),
  synonyms: z.array(z.string()),
  type: AttributeType,
  role: AttributeRole,
  unit: z.string().nullable(),
  classification: Classification.nullable(),
  nullable: z.boolean(),
  /** SQL over the derivation's input aliases. Null while unbound: a wish. */
  expression: z.string().nullable(),
});
export type AttributeRecord = z.infer<typeof AttributeRecord>;

export const RelationshipEnd = z.strictObject({ entityId: RecordId, attributeIds: z.array(RecordId) });
export type RelationshipEnd = z.infer<typeof RelationshipEnd>;
export const RelationshipRecord = z.strictObject({
  ...base,
  kind: z.literal('relationship'),
  name: z.string(),
  label: z.string().nullable(),
  /** Tells several relationships between the same two entities apart in references. */
  role: z.string().nullable(),
  from: RelationshipEnd,
  to: RelationshipEnd,
  cardinality: Cardinality.nullable(),
  optional: z.boolean(),
});
export type RelationshipRecord = z.infer<typeof RelationshipRecord>;

export const SegmentRecord = z.strictObject({
  ...base,
  kind: z.literal('segment'),
  entityId: RecordId,
  name: z.string(),
  label: z.string().nullable(),
  filter: z.string(),
});
export type SegmentRecord = z.infer<typeof SegmentRecord>;

export const Aggregation = z.enum(['sum', 'count', 'count-distinct', 'average', 'min', 'max', 'median', 'percentile']);
export type Aggregation = z.infer<typeof Aggregation>;
export const MeasureRecord = z.strictObject({
  ...base,
  kind: z.literal('measure'),
  entityId: RecordId,
  name: z.string(),
  label: z.string().nullable(),
  aggregation: Aggregation,
  /** SQL over attribute names. Null only for count. */
  expression: z.string().nullable(),
  percentile: z.number().gt(0).lt(1).nullable(),
  filter: z.string().nullable(),
  segmentIds: z.array(RecordId),
  behaviour: z.enum(['flow', 'stock', 'unit']),
  unit: z.string().nullable(),
  emptyAs: z.number().nullable(),
});
export type MeasureRecord = z.infer<typeof MeasureRecord>;

export const CumulativeWindow = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
  z.strictObject({ all: z.literal(true) }),
]);
export type CumulativeWindow = z.infer<typeof CumulativeWindow>;
export const ChangeOffset = z.union([
  z.strictObject({ days: z.number().int().positive() }),
  z.strictObject({ months: z.number().int().positive() }),
  z.strictObject({ years: z.number().int().positive() }),
]);
export type ChangeOffset = z.infer<typeof ChangeOffset>;
/** How a metric is made. References are null while the analyst is still choosing. */
export const MetricFormula = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('simple'), measureId: RecordId.nullable() }),
  z.strictObject({ kind: z.literal('ratio'), numeratorId: RecordId.nullable(), denominatorId: RecordId.nullable() }),
  /** SQL over metric names. */
  z.strictObject({ kind: z.literal('derived'), formula: z.string() }),
  z.strictObject({
    kind: z.literal('cumulative'),
    measureId: RecordId.nullable(),
    window: CumulativeWindow.nullable(),
    toDate: z.enum(['month', 'quarter', 'year']).nullable(),
  }),
  z.strictObject({ kind: z.literal('change'), metricId: RecordId.nullable(), offset: ChangeOffset }),
]);
export type MetricFormula = z.infer<typeof MetricFormula>;
export const MetricRecord = z.strictObject({
  ...base,
  kind: z.literal('metric'),
  name: z.string(),
  label: z.string().nullable(),
  definition: z.string().nullable(),
  formula: MetricFormula,
  timeAttributeId: RecordId.nullable(),
  /** The role its time is reached in, where several ways lead there. */
  timeRole: z.string().min(1).nullable().optional(),
  grain: TimeGrain.nullable(),
  sliceIds: z.array(RecordId),
  /** Attributes of an entity several ways lead to, each with the role that is meant. */
  roleSlices: z.array(z.strictObject({ role: z.string().min(1), attributeId: RecordId })).optional(),
  segmentIds: z.array(RecordId),
  filter: z.string().nullable(),
  direction: z.enum(['up', 'down']).nullable(),
  target: z.number().nullable(),
  unit: z.string().nullable(),
  /** A team's key. */
  owner: z.string().nullable(),
});
export type MetricRecord = z.infer<typeof MetricRecord>;

export const DriverRecord = z.strictObject({
  ...base,
  kind: z.literal('driver'),
  fromId: RecordId,
  driver: z.enum(['component', 'segment', 'influence']),
  /** The driven metric; null for a segment driver, which is cut by an attribute. */
  toId: RecordId.nullable(),
  byId: RecordId.nullable(),
  sign: z.enum(['plus', 'minus']).nullable(),
  note: z.string().nullable(),
  /** A component edge drawn by hand: an identity that holds, and never a formula. */
  identity: z.boolean(),
});
export type DriverRecord = z.infer<typeof DriverRecord>;

export const ExpectationRecord = z.strictObject({
  ...base,
  kind: z.literal('expectation'),
  /** The record it is about; null for the whole model. */
  onId: RecordId.nullable(),
  rule: ExpectationRule,
  enforcement: z.enum(['audit', 'check']),
  origin: z.enum(['stated', 'estimated', 'policy']),
  words: z.string().nullable(),
});
export type ExpectationRecord = z.infer<typeof ExpectationRecord>;

export const ModelRecord = z.discriminatedUnion('kind', [
  EntityRecord,
  AttributeRecord,
  RelationshipRecord,
  SegmentRecord,
  MeasureRecord,
  MetricRecord,
  DriverRecord,
  ExpectationRecord,
]);
export type ModelRecord = z.infer<typeof ModelRecord>;
export type RecordKind = ModelRecord['kind'];

export const ModelDocument = z.strictObject({
  schemaVersion: z.literal(1),
  records: z.record(RecordId, ModelRecord),
});
export type ModelDocument = z.infer<typeof ModelDocument>;

export const EMPTY_MODEL: ModelDocument = { schemaVersion: 1, records: {} };

/** The records of one kind in their order; ties by id, so the answer never depends on insertion. */
export function recordsOf<K extends RecordKind>(document: ModelDocument, kind: K): Extract<ModelRecord, { kind: K }>[] {
  const found = Object.values(document.records).filter(
    (record): record is Extract<ModelRecord, { kind: K }> => record.kind === kind,
  );
  return found.sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

/** The attributes of one entity in their order. */
export function attributesOf(document: ModelDocument, entityId: RecordId): AttributeRecord[] {
  return recordsOf(document, 'attribute').filter((attribute) => attribute.entityId === entityId);
}
