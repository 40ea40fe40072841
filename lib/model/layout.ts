import { z } from 'zod';
import { RecordId } from './records';

const Coordinate = z.number().min(-1e6).max(1e6);

/** Where things stand on the canvas, beside the records: moving a box never makes a new version. */
export const Layout = z.strictObject({
  positions: z.record(RecordId, z.strictObject({ x: Coordinate, y: Coordinate })),
  pinned: z.array(RecordId).optional(),
});
export type Layout = z.infer<typeof Layout>;

export const EMPTY_LAYOUT: Layout = { positions: {} };
