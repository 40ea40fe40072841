import { z } from 'zod';
import { AttributeType, Classification } from '@/lib/model/records';

const InventoryColumn = z.strictObject({
  name: z.string(),
  type: AttributeType,
  bytes: z.number(),
  nulls: z.number().int(),
  distinct: z.number().int().nullable(),
  classification: Classification.nullable(),
  needed: z.boolean(),
});
const InventoryTable = z.strictObject({
  name: z.string(),
  rows: z.number().int(),
  bytes: z.number(),
  neededBytes: z.number(),
  needed: z.boolean(),
  history: z.enum(['overwrites', 'appends']),
  columns: z.array(InventoryColumn),
  /** Keys of the consumers that need something of it. */
  consumers: z.array(z.string()),
});
export const Sources = z.strictObject({
  sources: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      kind: z.string().nullable(),
      tables: z.array(InventoryTable),
    }),
  ),
  totals: z.strictObject({ bytes: z.number(), neededBytes: z.number(), share: z.number() }),
});
export type Sources = z.infer<typeof Sources>;
