/** The kind of data a row of *What exists* carries while it is dragged. */
export const EXISTING_MIME = 'application/x-headwater-existing';
