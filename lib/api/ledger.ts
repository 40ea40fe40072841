import { z } from 'zod';
import { Prices } from '@/lib/catalog/snapshot';
import { Ledger } from '@/lib/engine/ledger/ledger';
import { Named } from './named';

/** The ledger of all consumers that have been sent upstream, with what its keys are called. */
export const LedgerPage = z.strictObject({
  ledger: Ledger,
  prices: z.strictObject({
    stated: Prices,
    /** For If-Match. */
    version: z.number().int(),
    canEdit: z.boolean(),
  }),
  names: z.strictObject({
    teams: z.array(Named),
    domains: z.array(Named),
    sources: z.array(Named),
    /** The entities that are made from a table first, by which people know it; none where no product reads it. */
    tables: z.array(
      z.strictObject({
        source: z.string(),
        table: z.string(),
        entities: z.array(z.strictObject({ product: Named, label: z.string() })),
        /** What fields are called, by the column they are made from alone. */
        columns: z.record(z.string(), z.string()),
      }),
    ),
  }),
});
export const PricesKept = z.strictObject({ version: z.number().int() });
export type LedgerPage = z.infer<typeof LedgerPage>;
