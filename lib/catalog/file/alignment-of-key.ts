import type { Alignment } from '../snapshot';

/** The alignment a product's key says by its prefix, where none is stated. */
export function alignmentOfKey(key: string): Alignment | null {
  if (key.startsWith('src-')) return 'source';
  if (key.startsWith('agg-')) return 'aggregate';
  return key.startsWith('cdp-') ? 'consumer' : null;
}
