import type { Product } from '@/lib/catalog/snapshot';
import { type MetricRecord, recordsOf } from '@/lib/model/records';
import { columnsOf } from '@/lib/sql/columns';
import type { Demand } from './demand';
import { legsOf } from './find-uses';
import { type KindRows, kindRow, together } from './kind-row';
import { statedOn } from './needs';
import { entityOf, fromOf, isProjection, productOf } from './reads';
import { parsed, type WorkspaceView } from './view';
import { nameOf } from './ways';

/** Two metrics that must agree are compared at the left-most product with the rows of both. */
export function askReconciliations(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  return together(
    statedOn(product, 'reconcile').map(({ left, right, within, per }): KindRows => {
      const names = { left: nameOf(product, left), right: nameOf(product, right) };
      const rule = `${names.left} = ${names.right}`;
      const [one, other] = [left, right].map((id) => standsOf(product, demand, id));
      if (!one || !other) return { rows: [], skipped: [{ product: '', entity: null, kind: 'reconciliation', rule }] };
      const meeting = one
        .filter((ref) => productOf(ref) !== demand.consumer)
        .flatMap((ref) => other.filter((far) => productOf(far) === productOf(ref)).map((far) => ({ ref, far })))
        .at(-1);
      if (!meeting) return { rows: [], skipped: [] };
      const target = meeting.ref === meeting.far ? entityOf(meeting.ref) : null;
      const value = { ...names, within, ...(per === undefined ? {} : { per }) };
      const facts = { product: productOf(meeting.ref), target, kind: 'reconciliation', rule, value };
      return { rows: [kindRow({ ...facts, verdict: 'missing' })], skipped: [] };
    }),
  );
}

/**
 * Where the rows of a metric are whole, from the consumer to the left. Only for metrics of one measure over its own
 * entity's plain values, and over entities made from one other: null for what is cleverer.
 */
function standsOf(product: Product, demand: Demand, id: string): string[] | null {
  const metric = recordsOf(product.model, 'metric').find((one) => one.id === id);
  if (!metric || !isPlain(product, metric)) return null;
  const [leg] = legsOf(product, metric);
  if (!leg) return null;
  const stands = [`${demand.consumer}.${nameOf(product, leg.measure.entityId)}`];
  for (;;) {
    const needed = demand.entities.get(stands.at(-1) ?? '');
    const from = needed && fromOf(needed);
    if (!needed || !from || from.isTable || needed.view.where !== null) return stands;
    if (!isProjection(needed)) return null;
    stands.push(from.ref);
  }
}

function isPlain(product: Product, metric: MetricRecord): boolean {
  const legs = legsOf(product, metric);
  const isOneMeasure = legs.length === 1 && metric.formula.kind === 'simple';
  return (
    isOneMeasure &&
    legs.every(({ measure }) => {
      const tree = parsed(measure.expression);
      const time = metric.timeAttributeId === null ? null : product.model.records[metric.timeAttributeId];
      const isOwn = time?.kind === 'attribute' && time.entityId === measure.entityId;
      const isBare = tree === null || columnsOf(tree).every(({ qualifier }) => qualifier === null);
      const isFiltered = measure.filter !== null || measure.segmentIds.length > 0 || metric.filter !== null;
      return isOwn && isBare && !isFiltered && metric.segmentIds.length === 0 && metric.sliceIds.length === 0;
    })
  );
}
