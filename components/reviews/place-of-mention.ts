import type { Mention } from '@/lib/api/comments';

/** Where something was said to somebody. */
export function placeOfMention({ product, ask, record }: Mention) {
  if (ask !== undefined) return `/inbox?ask=${encodeURIComponent(ask)}` as const;
  if (record === undefined) return `/catalog/${product}` as const;
  return `/studio/${product}?select=${encodeURIComponent(record)}` as const;
}
