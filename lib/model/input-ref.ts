/**
 * What an entity is made from is named `product.entity` or `source.table`. Keys of products and sources hold no dot, the
 * names after them may: the first dot parts the two.
 */
export function ownerIn(ref: string): string {
  return ref.slice(0, Math.max(0, ref.indexOf('.')));
}

/** The entity's or the table's own name. */
export function nameIn(ref: string): string {
  return ref.slice(ref.indexOf('.') + 1);
}
