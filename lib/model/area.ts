import { z } from 'zod';
import { RecordId } from './records';

export const AREA_COLORS = ['grey', 'blue', 'green', 'violet', 'amber', 'rose'] as const;
export const AreaColor = z.enum(AREA_COLORS);
export type AreaColor = z.infer<typeof AreaColor>;

/**
 * Cards that belong together, in a frame with a name. The frame stands where its members stand and is as large as they
 * need, so nothing but the membership is kept. A card is in one area at most.
 */
export const Area = z.strictObject({
  name: z.string().trim().min(1).max(80),
  color: AreaColor,
  members: z.array(RecordId).min(1).max(20_000),
  /** Drawn as one box: what is in it is in the model and not on the board. */
  isFolded: z.boolean().default(false),
});
export type Area = z.infer<typeof Area>;

const AREAS_MAX = 1_000;
export const Areas = z
  .record(RecordId, Area)
  .refine((areas) => Object.keys(areas).length <= AREAS_MAX, `at most ${AREAS_MAX} areas`);
export type Areas = Readonly<Record<string, Area>>;
