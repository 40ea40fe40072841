import type { Alignment } from '@/lib/catalog/snapshot';

export const alignmentWords: Record<Alignment, string> = {
  source: 'Source',
  aggregate: 'Aggregate',
  consumer: 'Consumer',
};
