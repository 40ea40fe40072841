import { type Draw, shuffled } from './draw';
import type { Json } from './minimise';

/** Lists of a file whose order says nothing: what is named by its key, and sets. */
const UNORDERED: ReadonlySet<string> = new Set([
  'products',
  'teams',
  'sources',
  'tables',
  'policies',
  'requires',
  'entities',
  'attributes',
  'relationships',
  'segments',
  'measures',
  'metrics',
  'expectations',
  'slices',
]);

/** The same file with its lists written in another order. */
export function reordered(draw: Draw, value: Json, key = ''): Json {
  if (Array.isArray(value)) {
    const items = value.map((item) => reordered(draw, item));
    const isOfRecords = key !== 'attributes' || items.every((item) => typeof item === 'object');
    return UNORDERED.has(key) && isOfRecords ? shuffled(draw, items) : items;
  }
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, item]) => [name, reordered(draw, item, name)]));
}
