import { z } from 'zod';
import { Alignment } from '@/lib/catalog/snapshot';
import { Scope, Verdict } from '@/lib/engine/plan';
import { Named } from './named';

const line = { words: z.string(), why: z.string(), verdict: Verdict, askedBy: z.array(z.string()) };
const Line = z.strictObject(line);

const SheetEntity = z.strictObject({
  key: z.string(),
  label: z.string(),
  grain: z.array(z.string()),
  /** False: it is asked for and nobody has drawn it. */
  isBuilt: z.boolean(),
  inputs: z.array(
    z.strictObject({
      as: z.string(),
      ref: z.string(),
      join: z.enum(['from', 'inner', 'left']),
      on: z.string().nullable(),
    }),
  ),
  leftOutInputs: z.array(z.string()),
  where: z.string().nullable(),
  groupBy: z.array(z.string()),
  attributes: z.array(
    z.strictObject({
      ...line,
      key: z.string(),
      label: z.string(),
      type: z.string().nullable(),
      expression: z.string().nullable(),
    }),
  ),
  leftOut: z.array(z.string()),
  checks: z.array(Line),
});
export type SheetEntity = z.infer<typeof SheetEntity>;

const SheetTable = Scope.omit({ consumers: true }).extend({
  dialect: z.string(),
  sql: z.string(),
  purpose: z.string(),
  askedBy: z.array(z.string()),
});
export type SheetTable = z.infer<typeof SheetTable>;

/** What to build for everybody who asks, and nothing besides: a build sheet, or of a source a work pack. */
export const BuildSheet = z.strictObject({
  product: z.strictObject({ key: z.string(), name: z.string(), alignment: Alignment }),
  kind: z.enum(['build-sheet', 'work-pack']),
  askedBy: z.array(Named),
  promises: z.array(Line),
  entities: z.array(SheetEntity),
  tables: z.array(SheetTable),
});
export type BuildSheet = z.infer<typeof BuildSheet>;
