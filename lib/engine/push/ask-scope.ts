import { recordOf } from '@/lib/model/model-index';
import type { ExpectationRecord, RecordId } from '@/lib/model/records';
import { expandMetric } from '../demand/expand-metric';
import { type ProductGraph, productGraph } from '../lineage/product-graph';
import type { ConsumerDemand } from './consumer-demand';

/** The consumer's entities an expectation speaks about: all needed ones for the model, else those its target uses. */
export function entitiesOf({ consumer, roots }: ConsumerDemand, onId: RecordId | null): string[] {
  if (onId === null) return roots;
  const { model } = consumer;
  const ref = (id: RecordId) => `${consumer.key}.${recordOf(model, 'entity', id)?.name ?? ''}`;
  const record = model.records[onId];
  const found = (): string[] => {
    switch (record?.kind) {
      case 'entity':
        return [ref(record.id)];
      case 'attribute':
        return [ref(record.entityId)];
      case 'relationship':
        return [ref(record.from.entityId), ref(record.to.entityId)];
      case 'metric':
        return expandMetric(model, record).map((leg) => ref(leg.measure.entityId));
      default:
        return [];
    }
  };
  return [...new Set(found())].filter((entity) => roots.includes(entity)).sort();
}

/** The part of the product graph an expectation speaks about; null when it speaks about nothing that is needed. */
export function graphOf(consumerDemand: ConsumerDemand, { onId }: ExpectationRecord): ProductGraph | null {
  if (onId === null) return consumerDemand.graph;
  const roots = entitiesOf(consumerDemand, onId);
  if (roots.length === 0) return null;
  const graph = productGraph(consumerDemand.edges, roots);
  return graph.ok ? graph.value : null;
}
