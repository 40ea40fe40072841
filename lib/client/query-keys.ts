/** Where each answer stands in the query cache. A change names what it makes stale by the same keys. */
export const queryKeys = {
  me: ['me'],
  people: ['people'],
  products: ['products'],
  product: (key: string) => ['products', 'page', key],
  versions: (key: string) => ['products', 'versions', key],
  draft: (key: string) => ['draft', key],
  preview: (key: string) => ['preview', key],
  inbox: ['inbox'],
  asks: ['asks'],
  ask: (key: string) => ['asks', key],
  consequence: (key: string, question: unknown) => ['asks', key, 'consequence', question],
  lineage: ['lineage'],
  whatExists: ['what-exists'],
  sources: ['sources'],
  events: ['events'],
} as const;
