/** A thing somebody offers, by `product.entity` or `product.entity.field`. */
export type ExistingRef = { product: string; entity: string; attribute: string | null };

const METRIC = 'metric:';

/** How a metric is told apart from an entity of the same name while it is dragged. */
export function metricRef(ref: string): string {
  return METRIC + ref;
}

/** The product and the name of a dragged metric; null for anything else. */
export function readMetricRef(ref: string): { product: string; name: string } | null {
  if (!ref.startsWith(METRIC)) return null;
  const [product = '', ...name] = ref.slice(METRIC.length).split('.');
  return product === '' || name.length === 0 ? null : { product, name: name.join('.') };
}

/** Reads a reference; null for what is none. Keys of products have no dots, names of entities neither. */
export function readExistingRef(ref: string): ExistingRef | null {
  const [product = '', entity = '', attribute = null, ...rest] = ref.split('.');
  return product === '' || entity === '' || rest.length > 0 ? null : { product, entity, attribute };
}

/** The fields that come along when a whole entity is taken: all but those one must have a purpose to see. */
export function fieldsTaken(attributes: readonly { name: string; classification: string | null }[]): string[] {
  return attributes.filter(({ classification }) => classification !== 'personal').map(({ name }) => name);
}
