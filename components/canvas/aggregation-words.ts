import type { Aggregation, AttributeRecord } from '@/lib/model/records';

/** Aggregations as people say them; they read on with "of price" or "over Orders". */
export const AGGREGATION_WORDS: Record<Aggregation, string> = {
  sum: 'the sum',
  average: 'the average',
  count: 'the number',
  'count-distinct': 'how many different',
  min: 'the lowest',
  max: 'the highest',
  median: 'the median',
  percentile: 'a percentile',
};

/** What makes sense for a field, the usual first; rows are counted. */
export function aggregationsFor(field: Pick<AttributeRecord, 'role'> | null): readonly Aggregation[] {
  if (field === null) return ['count'];
  switch (field.role) {
    case 'number':
      return ['sum', 'average', 'median', 'min', 'max', 'count', 'count-distinct'];
    case 'time':
      return ['min', 'max', 'count', 'count-distinct'];
    default:
      return ['count-distinct', 'count'];
  }
}
