import type { PlanChange } from '@/lib/engine/plan';
import { patchModel } from '@/lib/model/diff';
import { removeRecords } from '@/lib/model/edits/plan-removal';
import { putInPlace } from '@/lib/model/edits/put-in-place';
import { indexModel } from '@/lib/model/model-index';
import type { ModelDocument } from '@/lib/model/records';

/** A change as an edit of one's own model; null when it touches anything of anybody else, or needs to know more than the model. */
export function ownEdit(change: PlanChange, productKey: string): ((document: ModelDocument) => ModelDocument) | null {
  const { schedules, freshness, records = [], drop, ...others } = change;
  const metrics = drop?.metrics ?? [];
  const isOwn =
    schedules.length === 0 &&
    Object.keys(others).length === 0 &&
    (drop?.consumers ?? []).length === 0 &&
    (freshness === undefined || freshness.consumer === productKey) &&
    records.every(({ product }) => product === productKey) &&
    metrics.every(({ consumer }) => consumer === productKey);
  if (!isOwn || (freshness === undefined && records.length === 0 && metrics.length === 0)) return null;
  return (document) => {
    const written = records.reduce(
      (made, { put, remove }) => putInPlace(patchModel(made, { put: [], remove }), put),
      document,
    );
    const gone = metrics.flatMap(({ metric }) => indexModel(written).metricByName.get(metric)?.id ?? []);
    return gone.length === 0 ? written : removeRecords(written, gone);
  };
}
