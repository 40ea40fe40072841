import { recordOf } from '@/lib/model/model-index';
import type { MetricRecord } from '@/lib/model/records';
import { expandMetric } from '../demand/expand-metric';
import type { CompiledProduct } from '../lineage/lineage';
import type { PlanNames } from '../push/plan-names';

/**
 * What two metrics that are told alike read in the place of one another: "Order of Orders in Board and Order of Archive in
 * Report"; null where both read the same, or where one of them reads nothing yet.
 */
export function describeReadings(names: PlanNames, a: Read, b: Read): string | null {
  const [own, other] = [readingsOf(a), readingsOf(b)];
  const at = own.findIndex((ref, leg) => ref !== other[leg]);
  const [here, there] = [own[at], other[at]];
  if (here === undefined || there === undefined) return null;
  return `${call(names, here)} in ${names.product(a.product.key)} and ${call(names, there)} in ${names.product(b.product.key)}`;
}

type Read = { product: CompiledProduct; metric: MetricRecord };

/** What the entity of each measure is made from, measure by measure. */
function readingsOf({ product, metric }: Read): string[] {
  return expandMetric(product.model, metric).flatMap(({ measure }) => {
    const from = recordOf(product.model, 'entity', measure.entityId)?.derivation?.from;
    return from ? ['entity' in from ? from.entity : `table ${from.table}`] : [];
  });
}

function call(names: PlanNames, ref: string): string {
  if (ref.startsWith('table ')) return `the ${ref}`;
  const dot = ref.indexOf('.');
  return `${names.target(ref.slice(0, dot), ref.slice(dot + 1))} of ${names.product(ref.slice(0, dot))}`;
}
