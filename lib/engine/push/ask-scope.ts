import { recordOf } from '@/lib/model/model-index';
import type { ExpectationRecord, RecordId } from '@/lib/model/records';
import type { DemandCause } from '../demand/demand';
import { expandMetric } from '../demand/expand-metric';
import type { Lineage } from '../lineage/lineage';
import { type ProductGraph, productGraph } from '../lineage/product-graph';
import type { ConsumerDemand } from './consumer-demand';

/**
 * The consumer's entities an expectation speaks about: all needed ones for the model, else those its target uses. A
 * metric is as old and as available as everything it is measured, timed, cut and filtered by.
 */
export function entitiesOf({ consumer, roots, uses }: ConsumerDemand, onId: RecordId | null): string[] {
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
        return uses.uses
          .filter(({ cause }) => isMetric(uses.causes[cause], record.name))
          .map(({ entity }) => `${consumer.key}.${entity}`);
      default:
        return [];
    }
  };
  return [...new Set(found())].filter((entity) => roots.includes(entity)).sort();
}

/** The part of the product graph an expectation speaks about; null when it speaks about nothing that is needed. */
export function graphOf(
  lineage: Lineage,
  consumerDemand: ConsumerDemand,
  { onId }: ExpectationRecord,
): ProductGraph | null {
  if (onId === null) return consumerDemand.graph;
  const roots = entitiesOf(consumerDemand, onId);
  if (roots.length === 0) return null;
  const graph = productGraph(lineage, consumerDemand.edges, roots);
  return graph.ok ? graph.value : null;
}

/** The entities whose rows a metric counts or adds up: what is complete or not. */
export function measuredEntitiesOf(consumerDemand: ConsumerDemand, onId: RecordId | null): string[] {
  const { consumer, roots } = consumerDemand;
  const metric = recordOf(consumer.model, 'metric', onId);
  if (!metric) return entitiesOf(consumerDemand, onId);
  const measured = expandMetric(consumer.model, metric).map(
    ({ measure }) => `${consumer.key}.${recordOf(consumer.model, 'entity', measure.entityId)?.name ?? ''}`,
  );
  return [...new Set(measured)].filter((entity) => roots.includes(entity)).sort();
}

function isMetric(cause: DemandCause | undefined, name: string): boolean {
  return cause?.kind === 'metric' && cause.name === name;
}
