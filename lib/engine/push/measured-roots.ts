import { recordOf } from '@/lib/model/model-index';
import type { RecordId } from '@/lib/model/records';
import { expandMetric } from '../demand/expand-metric';
import { entitiesOf } from './ask-scope';
import type { ConsumerDemand } from './consumer-demand';

/**
 * The entities whose rows an expectation speaks of, leg by leg: a filter on one leg of a metric says nothing about another.
 * Of what is filtered only some rows are meant.
 */
export function measuredRoots(
  consumerDemand: ConsumerDemand,
  onId: RecordId | null,
): { ref: string; isFiltered: boolean }[] {
  const { consumer, roots } = consumerDemand;
  const metric = recordOf(consumer.model, 'metric', onId);
  if (!metric) return entitiesOf(consumerDemand, onId).map((ref) => ({ ref, isFiltered: false }));
  return expandMetric(consumer.model, metric).flatMap((leg) => {
    const ref = `${consumer.key}.${recordOf(consumer.model, 'entity', leg.measure.entityId)?.name ?? ''}`;
    const isFiltered = leg.filters.length > 0 || leg.segmentIds.length > 0;
    return roots.includes(ref) ? [{ ref, isFiltered }] : [];
  });
}
