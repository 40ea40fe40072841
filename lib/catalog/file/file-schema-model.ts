import { z } from 'zod';
import {
  Aggregation,
  AttributeRole,
  AttributeType,
  Cardinality,
  ChangeOffset,
  Classification,
  CumulativeWindow,
  TimeGrain,
} from '@/lib/model/records';
import { RecordKey, Reference, unfinished } from './file-schema-base';
import { FileExpectation } from './file-schema-rule';

const text = unfinished(z.string());
const texts = z.array(z.string()).default([]);
const references = z.array(Reference).default([]);

const FileAttribute = z.strictObject({
  key: RecordKey,
  label: text,
  type: AttributeType,
  role: AttributeRole.default('text'),
  unit: text,
  classification: unfinished(Classification),
  nullable: z.boolean().default(true),
  expression: text,
  synonyms: texts,
  description: text,
});
export type FileAttribute = z.infer<typeof FileAttribute>;

/** Exactly one of `table` and `entity`; both are optional here so that a slip in one is told as a slip in one. */
const input = { table: Reference.optional(), entity: Reference.optional(), as: z.string().min(1) };
export const FileInput = z.strictObject(input);
export type FileInput = z.infer<typeof FileInput>;
export const FileJoin = z.strictObject({ ...input, type: z.enum(['inner', 'left']), on: z.string() });
export type FileJoin = z.infer<typeof FileJoin>;

const FileEntity = z.strictObject({
  key: RecordKey,
  label: text,
  synonyms: texts,
  description: text,
  grain: references,
  from: unfinished(FileInput),
  joins: z.array(FileJoin).default([]),
  where: text,
  groupBy: references,
  attributes: z.array(FileAttribute).default([]),
});
export type FileEntity = z.infer<typeof FileEntity>;

const RelationshipEnd = z.union([Reference, z.array(Reference).min(1)]);
const FileRelationship = z.strictObject({
  key: RecordKey,
  label: text,
  role: text,
  from: RelationshipEnd,
  to: RelationshipEnd,
  cardinality: Cardinality.nullable(),
  optional: z.boolean().default(false),
});
export type FileRelationship = z.infer<typeof FileRelationship>;

const FileSegment = z.strictObject({ key: RecordKey, label: text, entity: Reference, filter: z.string() });
export type FileSegment = z.infer<typeof FileSegment>;

const FileMeasure = z.strictObject({
  key: RecordKey,
  label: text,
  entity: Reference,
  aggregation: Aggregation,
  expression: text,
  percentile: unfinished(z.number().gt(0).lt(1)),
  filter: text,
  segments: references,
  behaviour: z.enum(['flow', 'stock', 'unit']).default('flow'),
  unit: text,
  emptyAs: unfinished(z.number()),
});
export type FileMeasure = z.infer<typeof FileMeasure>;

const metric = {
  key: RecordKey,
  label: text,
  definition: text,
  owner: text,
  time: unfinished(Reference),
  grain: unfinished(TimeGrain),
  slices: references,
  segments: references,
  filter: text,
  unit: text,
  direction: unfinished(z.enum(['up', 'down'])),
  target: unfinished(z.number()),
};
const open = Reference.nullable();
/** Everything so far is said by the word alone as well, or by the key without a value. */
const FileWindow = z.union([...CumulativeWindow.options, z.strictObject({ all: z.null() }), z.literal('all')]);
export type FileWindow = z.infer<typeof FileWindow>;
const FileMetric = z.discriminatedUnion('kind', [
  z.strictObject({ ...metric, kind: z.literal('simple'), measure: open }),
  z.strictObject({ ...metric, kind: z.literal('ratio'), numerator: open, denominator: open }),
  z.strictObject({ ...metric, kind: z.literal('derived'), formula: z.string() }),
  z.strictObject({
    ...metric,
    kind: z.literal('cumulative'),
    measure: open,
    window: FileWindow.nullable().optional(),
    toDate: z.enum(['month', 'quarter', 'year']).nullable().optional(),
  }),
  z.strictObject({ ...metric, kind: z.literal('change'), metric: open, offset: ChangeOffset }),
]);
export type FileMetric = z.infer<typeof FileMetric>;

const FileDriver = z.strictObject({
  from: Reference,
  to: Reference.nullable().optional(),
  kind: z.enum(['component', 'segment', 'influence']),
  by: Reference.nullable().optional(),
  sign: unfinished(z.enum(['plus', 'minus'])),
  identity: z.boolean().default(false),
  note: text,
});
export type FileDriver = z.infer<typeof FileDriver>;

/** A model with names where a document has ids. Absent, it is empty. */
export const FileModel = z.strictObject({
  entities: z.array(FileEntity).default([]),
  relationships: z.array(FileRelationship).default([]),
  segments: z.array(FileSegment).default([]),
  measures: z.array(FileMeasure).default([]),
  metrics: z.array(FileMetric).default([]),
  drivers: z.array(FileDriver).default([]),
  expectations: z.array(FileExpectation).default([]),
});
export type FileModel = z.infer<typeof FileModel>;
export type FileModelInput = z.input<typeof FileModel>;
