import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { ExpectationRecord, ModelDocument } from '@/lib/model/records';
import type { Repair } from '../plan';

export type PlanChange = Repair['change'];

/** The workspace as it would be after a change, for a preview; nothing is saved. A repair's change applies as it is. */
export function applyChange(snapshot: WorkspaceSnapshot, change: PlanChange): WorkspaceSnapshot {
  const schedules = new Map(change.schedules.map((schedule) => [schedule.product, schedule]));
  const products = snapshot.products.map((product): Product => {
    const schedule = schedules.get(product.key);
    const { freshness } = change;
    const built: Product = schedule
      ? {
          ...product,
          build: { mode: 'scheduled', everyMinutes: schedule.everyMinutes, takesMinutes: schedule.takesMinutes },
        }
      : product;
    return freshness?.consumer === product.key
      ? { ...built, model: withFreshness(built.model, freshness.maxMinutes) }
      : built;
  });
  return { ...snapshot, products };
}

/** Every stated freshness of the model becomes no stricter than this. */
function withFreshness(model: ModelDocument, maxMinutes: number): ModelDocument {
  const records = Object.fromEntries(
    Object.entries(model.records).map(([id, record]) => {
      if (record.kind !== 'expectation' || record.rule.rule !== 'freshness') return [id, record];
      const relaxed: ExpectationRecord = {
        ...record,
        rule: { rule: 'freshness', maxMinutes: Math.max(record.rule.maxMinutes, maxMinutes) },
      };
      return [id, relaxed];
    }),
  );
  return { ...model, records };
}
