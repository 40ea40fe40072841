/** What one consumer asks of one entity of one product; of the product as a whole when the entity is null. */
export type AskPlace = { consumer: string; product: string; entity: string | null };

const SEPARATOR = '~';

/** `cdp-retention~src-orders~order`, or `cdp-retention~src-orders` for the product as a whole. */
export function askKey({ consumer, product, entity }: AskPlace): string {
  return [consumer, product, ...(entity === null ? [] : [entity])].join(SEPARATOR);
}

/** The place a key stands for; null when it is no such key. Product keys never hold the separator, entities might. */
export function readAskKey(key: string): AskPlace | null {
  const [consumer = '', product = '', ...entity] = key.split(SEPARATOR);
  if (consumer === '' || product === '') return null;
  if (entity.length === 0) return { consumer, product, entity: null };
  const name = entity.join(SEPARATOR);
  return name === '' ? null : { consumer, product, entity: name };
}

/** The entity a target belongs to: `order` of `order.status`, null of the product's own null. */
export function entityOfTarget(target: string | null): string | null {
  return target === null ? null : (target.split('.', 1)[0] ?? null);
}
