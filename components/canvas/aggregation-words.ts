import type { Aggregation, AttributeRecord } from '@/lib/model/records';

const WORDS: Record<Aggregation, string> = {
  sum: 'the sum',
  average: 'the average',
  count: 'the number',
  'count-distinct': 'how many different',
  min: 'the lowest',
  max: 'the highest',
  median: 'the median',
  percentile: 'a percentile',
};

const WORDS_OF_TIME: Partial<Record<Aggregation, string>> = { min: 'the earliest', max: 'the latest' };

/** An aggregation as people say it of a field; it reads on with "of price" or "over Orders". */
export function aggregationWords(aggregation: Aggregation, field: Pick<AttributeRecord, 'role'> | null): string {
  return (field?.role === 'time' ? WORDS_OF_TIME[aggregation] : undefined) ?? WORDS[aggregation];
}

/** What makes sense for a field, the usual first; rows are counted. */
export function aggregationsFor(field: Pick<AttributeRecord, 'role'> | null): readonly Aggregation[] {
  if (field === null) return ['count'];
  switch (field.role) {
    case 'number':
      return ['sum', 'average', 'median', 'min', 'max', 'percentile', 'count', 'count-distinct'];
    case 'time':
      return ['min', 'max', 'count', 'count-distinct'];
    default:
      return ['count-distinct', 'count'];
  }
}

type Aggregable = Pick<AttributeRecord, 'role'>;

/** Everything that can be asked of an entity: first what makes sense for the field, then what another of its fields gives. */
export function aggregationsAmong(field: Aggregable | null, fields: readonly Aggregable[]): readonly Aggregation[] {
  return [...new Set([field, null, ...fields].flatMap(aggregationsFor))];
}

/** The field to go on with when another aggregation is chosen: the one at hand where it fits, else the first number, else any. */
export function fieldToAggregate<F extends Aggregable>(
  aggregation: Aggregation,
  field: F | null,
  fields: readonly F[],
): F | null {
  if (aggregationsFor(field).includes(aggregation)) return field;
  const fitting = fields.filter((one) => aggregationsFor(one).includes(aggregation));
  return fitting.find(({ role }) => role === 'number') ?? fitting[0] ?? null;
}
