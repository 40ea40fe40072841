import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import type { ModelRecord } from '@/lib/model/records';
import type { Plan } from './plan';
import { applyChange } from './push/apply-change';
import { comparePlans } from './push/compare-plans';
import { planPush } from './push/plan-push';

const CASA_VERDE = readSample();

describe('Casa Verde', () => {
  test('retention alone needs a third of the bytes: these columns of these tables', () => {
    const plan = planned(CASA_VERDE, ['cdp-retention']);
    expect(columnsNeeded(plan)).toEqual({
      'crm.customers': '3 of 5',
      'pim.product_category_translation': '2 of 2',
      'pim.products': '2 of 9',
      'shop.order_items': '5 of 7',
      'shop.orders': '6 of 8',
      'voice.order_reviews': '4 of 7',
    });
    expect(shareOfEstate(plan)).toBeCloseTo(0.326, 3);
    expect(plan.unused.map(({ table }) => table).sort()).toEqual(['geolocation', 'order_payments', 'sellers']);
  });

  test('both use cases together need 35.8 % of the bytes', () => {
    expect(shareOfEstate(planned(CASA_VERDE, ['cdp-retention', 'cdp-category']))).toBeCloseTo(0.358, 3);
  });

  test('a day old is everybody kept, and the twelve hours of category revenue bind what they share', () => {
    const alone = freshness(planned(CASA_VERDE, ['cdp-retention']));
    expect(alone).toEqual({
      'agg-customer-360': '1440 met',
      'agg-order-economics': '1040 met',
      'src-catalog': '650 met',
      'src-customers': '1040 met',
      'src-orders': '650 met',
      'src-reviews': '1040 met',
    });
    const together = freshness(planned(CASA_VERDE, ['cdp-retention', 'cdp-category']));
    expect(together).toEqual({
      ...alone,
      'agg-order-economics': '720 met',
      'src-catalog': '330 met',
      'src-orders': '330 met',
      'src-sellers': '720 met',
    });
  });

  test('availability is shared over the two runtime ancestors of each', () => {
    const plan = planned(CASA_VERDE, ['cdp-retention', 'cdp-category']);
    expect(plan.consumers.map(({ key, own }) => [key, own.availability])).toEqual([
      ['cdp-category', 0.999],
      ['cdp-retention', 0.998],
    ]);
    const rows = plan.requirements.filter(({ kind }) => kind === 'availability');
    expect(rows.map(({ product, value, verdict }) => [product, value, verdict])).toEqual([
      ['agg-customer-360', 0.996, 'met'],
      ['agg-order-economics', 0.998, 'met'],
      ['src-sellers', 0.998, 'met'],
    ]);
  });

  test('two hours cannot be: the schedules are named, and applying the repair makes everybody able to keep it', () => {
    const wanted = withFreshness(CASA_VERDE, 120);
    const plan = planned(wanted, ['cdp-retention']);
    expect(freshness(plan)).toEqual({
      'agg-customer-360': '120 infeasible',
      'agg-order-economics': '-280 infeasible',
      'src-catalog': '-670 infeasible',
      'src-customers': '-280 infeasible',
      'src-orders': '-670 infeasible',
      'src-reviews': '-280 infeasible',
    });
    const conflict = plan.conflicts.find(({ at }) => at === 'src-orders');
    expect(conflict?.products).toEqual(['agg-customer-360', 'agg-order-economics']);
    const [repair] = conflict?.repairs ?? [];
    if (!repair) throw new Error('no repair was found');
    expect(repair.change.schedules).toEqual([
      { product: 'agg-customer-360', everyMinutes: 30, takesMinutes: 10 },
      { product: 'agg-order-economics', everyMinutes: 30, takesMinutes: 10 },
    ]);
    const repaired = planned(applyChange(wanted, repair.change), ['cdp-retention']);
    expect(freshness(repaired)).toEqual({
      'agg-customer-360': '120 met',
      'agg-order-economics': '80 met',
      'src-catalog': '40 met',
      'src-customers': '80 met',
      'src-orders': '40 met',
      'src-reviews': '80 met',
    });
    expect(repair.effect.freshness).toEqual(
      Object.fromEntries(
        Object.entries(freshness(repaired)).map(([product, told]) => [product, Number.parseInt(told, 10)]),
      ),
    );
    expect(repaired.conflicts).toEqual([]);
  });

  test('planning twice gives the same bytes, and planning the same again asks for nothing', () => {
    const first = planned(CASA_VERDE, ['cdp-retention', 'cdp-category']);
    const second = planned(CASA_VERDE, ['cdp-category', 'cdp-retention']);
    expect(JSON.stringify(second)).toBe(JSON.stringify(first));
    expect(new Set(comparePlans(second.requirements, first.requirements).map(({ change }) => change))).toEqual(
      new Set(['unchanged']),
    );
  });

  test('dropping the score metric withdraws exactly what it and its need alone caused', () => {
    const before = planned(CASA_VERDE, ['cdp-retention']);
    const after = planned(
      without(CASA_VERDE, (record, model) => {
        const isScore = (id: string | null) => {
          const named = id === null ? undefined : model[id];
          return named?.kind === 'metric' && named.name === 'average_score';
        };
        if (isScore(record.id)) return true;
        if (record.kind === 'driver') return isScore(record.fromId) || isScore(record.toId);
        const on = record.kind === 'expectation' && record.onId !== null ? model[record.onId] : undefined;
        return on?.kind === 'entity' && on.name === 'review';
      }),
      ['cdp-retention'],
    );
    const changes = comparePlans(after.requirements, before.requirements).filter(
      ({ change }) => change !== 'unchanged',
    );
    const withdrawn = changes.flatMap((change) => (change.change === 'withdrawn' ? [change.before] : []));
    expect(changes.length).toBe(withdrawn.length);
    expect(
      new Set(withdrawn.map(({ product, target }) => `${product} ${target?.split('.', 1)[0] ?? ''}`.trim())),
    ).toEqual(new Set(['agg-customer-360 review', 'src-reviews', 'src-reviews review']));
    expect(after.unused.map(({ table }) => table)).toContain('order_reviews');
  });
});

function readSample(): WorkspaceSnapshot {
  const read = readWorkspace(readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}

function planned(snapshot: WorkspaceSnapshot, consumers: string[]): Plan {
  const plan = planPush(snapshot, consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function columnsNeeded(plan: Plan): Record<string, string> {
  return Object.fromEntries(
    plan.scopes.map(({ source, table, columns, deferred }) => [
      `${source}.${table}`,
      `${columns.length} of ${columns.length + deferred.length}`,
    ]),
  );
}

function shareOfEstate(plan: Plan): number {
  const estate = CASA_VERDE.sources.flatMap(({ tables }) => tables).reduce((sum, { bytes }) => sum + bytes, 0);
  return plan.scopes.reduce((sum, { bytes }) => sum + bytes, 0) / estate;
}

function freshness(plan: Plan): Record<string, string> {
  const rows = plan.requirements.filter(({ kind }) => kind === 'freshness');
  return Object.fromEntries(rows.map(({ product, value, verdict }) => [product, `${value} ${verdict}`]));
}

function withFreshness(snapshot: WorkspaceSnapshot, maxMinutes: number): WorkspaceSnapshot {
  return withRetention(snapshot, (records) =>
    records.map((record) =>
      record.kind === 'expectation' && record.rule.rule === 'freshness'
        ? { ...record, rule: { rule: 'freshness', maxMinutes } }
        : record,
    ),
  );
}

function without(
  snapshot: WorkspaceSnapshot,
  isGone: (record: ModelRecord, records: Record<string, ModelRecord>) => boolean,
): WorkspaceSnapshot {
  return withRetention(snapshot, (records, byId) => records.filter((record) => !isGone(record, byId)));
}

function withRetention(
  snapshot: WorkspaceSnapshot,
  edit: (records: ModelRecord[], byId: Record<string, ModelRecord>) => ModelRecord[],
): WorkspaceSnapshot {
  const products = snapshot.products.map((product) => {
    if (product.key !== 'cdp-retention') return product;
    expect(indexModel(product.model).byKind.metric.length).toBeGreaterThan(0);
    const records = edit(Object.values(product.model.records), product.model.records);
    return {
      ...product,
      model: { ...product.model, records: Object.fromEntries(records.map((record) => [record.id, record])) },
    };
  });
  return { ...snapshot, products };
}
