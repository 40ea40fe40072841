import { z } from 'zod';
import { Area } from '@/lib/model/area';
import { NamedView } from '@/lib/model/layout';
import { AttributeType, Classification, RecordId } from '@/lib/model/records';
import { Alignment, Build, Contract, Key, Port, Prices, ProductStatus, Promises, UseCase } from '../snapshot';
import { FileTimeZone, Reference, unfinished } from './file-schema-base';
import { FileModel } from './file-schema-model';
import { FileHouseRule } from './file-schema-rule';

/**
 * The workspace file, exactly: a key that is not here is unknown, and a default is stated here and nowhere else.
 * References are plain texts here; whether they name something is asked of the whole file, in `find-name-problems`.
 */
const text = unfinished(z.string());

const FileSettings = z.strictObject({
  name: z.string(),
  currency: text,
  timezone: FileTimeZone.default('UTC'),
  sloOwnShare: z.number().min(0).max(1).default(0.2),
  locale: text,
});

const FileColumn = z.strictObject({
  name: z.string().min(1),
  type: AttributeType,
  bytes: unfinished(z.number().nonnegative()),
  nulls: z.number().int().nonnegative().default(0),
  distinct: unfinished(z.number().int().nonnegative()),
  classification: unfinished(Classification),
});
const FileTable = z.strictObject({
  name: z.string().min(1),
  rows: z.number().int().nonnegative(),
  bytes: z.number().nonnegative(),
  key: z.array(Reference).default([]),
  history: z.enum(['overwrites', 'appends']).default('appends'),
  columns: z.array(FileColumn),
});
const FileSource = z.strictObject({ key: Key, name: text, kind: text, tables: z.array(FileTable) });

const FilePolicy = z.strictObject({
  key: Key,
  applies: z
    .strictObject({
      alignment: z.array(Alignment).optional(),
      domain: z.array(Reference).optional(),
      product: z.array(Reference).optional(),
      classification: z.array(Classification).optional(),
    })
    .default({}),
  requires: z.array(FileHouseRule),
});
export type FilePolicyInput = z.input<typeof FilePolicy>;

const [virtual, scheduled, streaming] = Build.options;
const takesMinutes = z.number().nonnegative().default(0);
const FileBuild = z.discriminatedUnion('mode', [
  virtual,
  scheduled.extend({ takesMinutes }),
  streaming.extend({ takesMinutes }),
]);

const FileProduct = z.strictObject({
  key: Key,
  name: z.string().optional(),
  alignment: Alignment.optional(),
  domain: unfinished(Reference),
  owner: unfinished(Reference),
  description: text,
  layer: text,
  status: ProductStatus.default('published'),
  build: FileBuild.default({ mode: 'virtual' }),
  promises: Promises.default({}),
  ports: z.array(Port).default([]),
  useCase: unfinished(UseCase),
  goodFor: text,
  notFor: text,
  model: FileModel.optional(),
});
export type FileProduct = z.infer<typeof FileProduct>;
export type FileProductInput = z.input<typeof FileProduct>;

const FileContract = z.strictObject({
  consumer: Reference,
  product: Reference,
  port: unfinished(Reference),
  version: Contract.shape.version.default('1.0.0'),
  noticeDays: unfinished(z.number().int().nonnegative()),
});

const Place = z.strictObject({ x: z.number(), y: z.number() });
const FileLayout = z.strictObject({
  positions: z.record(z.string(), Place),
  pinned: z.array(z.string()).default([]),
  hidden: z.array(z.string()).default([]),
  views: z.array(NamedView).default([]),
  areas: z.array(Area.extend({ id: RecordId })).default([]),
});

export const WorkspaceFile = z.strictObject({
  headwater: z.literal(1),
  workspace: FileSettings,
  domains: z.array(z.strictObject({ key: Key, name: z.string() })).default([]),
  teams: z.array(z.strictObject({ key: Key, name: z.string(), domain: unfinished(Reference) })).default([]),
  prices: unfinished(Prices),
  sources: z.array(FileSource).default([]),
  policies: z.array(FilePolicy).default([]),
  products: z.array(FileProduct).default([]),
  // A full backup also has these. `ids`: per product, from `entity:order` to the id the record really has.
  ids: z.record(z.string(), z.record(z.string(), z.string().min(1).max(120))).optional(),
  layouts: z.record(z.string(), FileLayout).optional(),
  people: z.unknown().optional(),
  versions: z.unknown().optional(),
  requirements: z.unknown().optional(),
  contracts: z.array(FileContract).default([]),
});
export type WorkspaceFile = z.infer<typeof WorkspaceFile>;
export type WorkspaceFileInput = z.input<typeof WorkspaceFile>;
