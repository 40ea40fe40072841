import { recordOf } from '@/lib/model/model-index';
import type { MetricRecord, RecordId } from '@/lib/model/records';
import { resolveName } from '@/lib/model/references';
import { parseExpression } from '@/lib/sql/parse';
import { expandMetric, type MetricLeg } from '../demand/expand-metric';
import { valuesBehind } from '../demand/values-behind';
import { measuredEntitiesOf } from './ask-scope';
import type { ConsumerDemand } from './consumer-demand';

/** A field of the consumer whose gaps are meant, and over how many its part of what may be missing is shared. */
export type TargetValue = {
  ref: string;
  attribute: string;
  sharedBy: number;
  approximate: boolean;
  isLookedUp: boolean;
};

/**
 * The fields an expectation about filled-in values speaks of: its own, those of its entity, else all that are used. Of a
 * number, those without which its measure has no value, which share what may be missing; of some rows alone, and of what is
 * looked up and may not be found, the share is no guarantee.
 */
export function valuesOfTarget(consumerDemand: ConsumerDemand, onId: RecordId | null): TargetValue[] {
  const { consumer, demand } = consumerDemand;
  const metric = recordOf(consumer.model, 'metric', onId);
  const isUsed = ({ ref, attribute }: TargetValue) => demand.entities.get(ref)?.attributes.has(attribute) ?? false;
  if (metric) return valuesOfMetric(consumerDemand, metric).filter(isUsed);
  const own = recordOf(consumer.model, 'attribute', onId)?.name;
  return measuredEntitiesOf(consumerDemand, onId).flatMap((ref) =>
    [...(demand.entities.get(ref)?.attributes.keys() ?? [])]
      .filter((name) => own === undefined || name === own)
      .map((attribute) => ({ ref, attribute, sharedBy: 1, approximate: false, isLookedUp: false })),
  );
}

function valuesOfMetric(consumerDemand: ConsumerDemand, metric: MetricRecord): TargetValue[] {
  return expandMetric(consumerDemand.consumer.model, metric).flatMap((leg) => valuesOfLeg(consumerDemand, leg));
}

function valuesOfLeg({ consumer }: ConsumerDemand, { measure, filters, segmentIds }: MetricLeg): TargetValue[] {
  const { model } = consumer;
  const tree = measure.expression === null ? null : parseExpression(measure.expression);
  if (!tree?.ok) return [];
  const isFiltered = filters.length > 0 || segmentIds.length > 0;
  // What is looked up stands behind what is one's own, whatever it is called.
  const columns = valuesBehind(tree.value, () => 1);
  return columns.flatMap((column): TargetValue[] => {
    const found = resolveName(model, measure.entityId, column);
    const attribute = found.ok ? recordOf(model, 'attribute', found.value.attributeId) : null;
    const entity = attribute && recordOf(model, 'entity', attribute.entityId);
    if (!found.ok || !attribute || !entity) return [];
    const isLookedUp = found.value.path.length > 0;
    return [
      {
        ref: `${consumer.key}.${entity.name}`,
        attribute: attribute.name,
        sharedBy: columns.length,
        approximate: isFiltered || isLookedUp,
        isLookedUp,
      },
    ];
  });
}
