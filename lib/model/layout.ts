import { z } from 'zod';
import { Area, Areas } from './area';
import { RecordId } from './records';

const Coordinate = z.number().min(-1e6).max(1e6);
const Size = z.number().positive().max(2e6);

/** A part of the drawing under a name: what is in sight, and what is hidden meanwhile. */
export const NamedView = z.strictObject({
  name: z.string().trim().min(1).max(80),
  box: z.strictObject({ x: Coordinate, y: Coordinate, width: Size, height: Size }),
  hidden: z.array(RecordId),
});
export type NamedView = z.infer<typeof NamedView>;

/** Where things stand on the canvas, beside the records: moving a box never makes a new version. */
export const Layout = z.strictObject({
  positions: z.record(RecordId, z.strictObject({ x: Coordinate, y: Coordinate })),
  pinned: z.array(RecordId).optional(),
  /** Cards that are part of the model and not drawn. */
  hidden: z.array(RecordId).optional(),
  views: z.array(NamedView).max(100).optional(),
  areas: Areas.optional(),
});
export type Layout = z.infer<typeof Layout>;

/** What changed of a layout: places and areas are named one by one, a list as a whole; null takes an area away. */
export const LayoutPatch = Layout.extend({ areas: z.record(RecordId, Area.nullable()).optional() });
export type LayoutPatch = z.infer<typeof LayoutPatch>;

export const EMPTY_LAYOUT: Layout = { positions: {} };
