import { z } from 'zod';
import { Named } from './named';

const SharedEntity = z.strictObject({ ref: z.string(), label: z.string(), product: Named });

/** What several use cases make alike, each for itself, and what one product that makes it once would save. */
export const SharedWork = z.strictObject({
  proposals: z.array(
    z.strictObject({
      /** A product key nobody has. */
      key: z.string(),
      /** What the rows are, then what is joined to it. */
      entities: z.array(SharedEntity).min(1),
      /** How many fields any of the use cases needs of these. */
      attributes: z.number().int(),
      consumers: z.array(Named),
      /** What does so already and only lacks fields; null where a product is missing. */
      extend: SharedEntity.nullable(),
      /** How often less it is made when all are answered once, and the bytes that are not read again. */
      runs: z.number().int(),
      bytes: z.number().int(),
    }),
  ),
});
export type SharedWork = z.infer<typeof SharedWork>;
