import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import type { Plan, PlanChange, Requirement } from '../plan';
import { applyChange } from './apply-change';
import { explainRequirement } from './explain';
import { planNames } from './plan-names';
import { planPush } from './plan-push';

const CASA_VERDE = readSample();
const RETENTION = 'cdp-retention';

describe('planning again after a change shows it', () => {
  test('no change gives the same plan, and the products that are not named are the same values', () => {
    const after = applyChange(CASA_VERDE, { schedules: [] });
    expect(after).toEqual(CASA_VERDE);
    expect(after.products.every((product, at) => product === CASA_VERDE.products[at])).toBe(true);
  });

  test('another way to build moves the minutes that are left', () => {
    const after = planned({
      schedules: [],
      builds: [{ product: 'agg-customer-360', build: { mode: 'streaming', takesMinutes: 2 } }],
    });
    expect(row(after, 'src-customers', 'freshness')?.value).toBe(1438);
  });

  test('a promise is replaced by name and the others stay', () => {
    const change = { schedules: [], promises: [{ product: 'src-orders', promises: { freshnessMinutes: 700 } }] };
    const orders = applyChange(CASA_VERDE, change).products.find(({ key }) => key === 'src-orders');
    expect(orders?.promises.availability).toBe(
      CASA_VERDE.products.find(({ key }) => key === 'src-orders')?.promises.availability,
    );
    expect(row(planned(change), 'src-orders', 'freshness')).toMatchObject({ value: 650, supply: 700 });
    expect(row(planned(change), 'src-orders', 'freshness')?.verdict).not.toBe('met');
  });

  test('what is agreed takes the place of what is asked there and further upstream, and no need is touched', () => {
    const place = { product: 'agg-customer-360', target: null, kind: 'freshness', rule: null };
    const agreement = { ...place, asked: 1440, value: 2880 };
    const change = { schedules: [], agreements: [{ consumer: RETENTION, agreement }] };
    const after = planned(change);
    expect(row(after, 'agg-customer-360', 'freshness')).toMatchObject({ value: 2880, asked: 1440 });
    // Read by others on the way too, who were agreed with about nothing.
    expect(row(after, 'agg-order-economics', 'freshness')).toMatchObject({ value: 1440 });
    expect(row(after, 'src-customers', 'freshness')).toMatchObject({ value: 2480 });
    expect(row(after, 'src-customers', 'freshness')?.asked).toBeUndefined();
    expect(after.consumers[0]?.agreed).toEqual({ freshnessMinutes: 2880 });
    const told = (product: string) => {
      const found = row(after, product, 'freshness');
      return found ? explainRequirement(found, planNames(CASA_VERDE), 'plain') : null;
    };
    expect(told('agg-customer-360')).toBe(
      'Customer 360 is at most 2 days old, as agreed, although Retention needs it at most 24 h old.',
    );
    expect(told('src-customers')).toBe(
      'Customers is at most 41 h 20 old, because Retention needs it at most 24 h old and agreed to 2 days, of which Customer 360 spends 6 h 40.',
    );
    expect(applyChange(applyChange(CASA_VERDE, change), change)).toEqual(applyChange(CASA_VERDE, change));
  });

  test('a need by its name takes another rule, and null takes it back', () => {
    const other = {
      consumer: RETENTION,
      expectation: 'freshness on model',
      rule: { rule: 'freshness', maxMinutes: 600 },
    };
    expect(
      row(
        planned({ schedules: [], needs: [{ ...other, rule: { rule: 'freshness', maxMinutes: 600 } }] }),
        'agg-customer-360',
        'freshness',
      )?.value,
    ).toBe(600);
    expect(
      row(planned({ schedules: [], needs: [{ ...other, rule: null }] }), 'agg-customer-360', 'freshness'),
    ).toBeUndefined();
  });

  test('a dropped metric takes along what it alone asked for', () => {
    const after = planned({ schedules: [], drop: { metrics: [{ consumer: RETENTION, metric: 'average_score' }] } });
    const causes = after.requirements.flatMap(({ because }) => because);
    expect(causes.some(({ metric }) => metric === 'average_score')).toBe(false);
    expect(row(after, 'src-reviews', 'attribute', 'review.score')).toBeUndefined();
    expect(row(planned({ schedules: [] }), 'src-reviews', 'attribute', 'review.score')).toBeDefined();
  });

  test('a dropped use case asks nobody for anything and keeps its drawing', () => {
    const change = { schedules: [], drop: { consumers: [RETENTION] } };
    const kept = planned(change).requirements.filter(({ because }) =>
      because.some(({ consumer }) => consumer === RETENTION),
    );
    expect(kept).toEqual([]);
    const product = applyChange(CASA_VERDE, change).products.find(({ key }) => key === RETENTION);
    expect(product && indexModel(product.model).byKind.entity.length).toBeGreaterThan(0);
  });

  test('a wish for what is offered is asked on to the source, and binding it changes nothing of that', () => {
    const wished = applyChange(CASA_VERDE, { schedules: [], records: unbinding('order', 'status') });
    const change = {
      schedules: [],
      bind: [{ product: RETENTION, entity: 'order', attribute: 'status', to: 'agg-customer-360.order.status' }],
    };
    expect(row(planIn(wished), 'src-orders', 'attribute', 'order.status')?.because).toEqual(
      row(planned({ schedules: [] }), 'src-orders', 'attribute', 'order.status')?.because,
    );
    expect(planIn(applyChange(wished, change)).requirements).toEqual(planned({ schedules: [] }).requirements);
  });

  test('an owner is set and taken away', () => {
    const change = { schedules: [], owners: [{ product: 'src-orders', team: null }] };
    expect(applyChange(CASA_VERDE, change).products.find(({ key }) => key === 'src-orders')?.owner).toBeNull();
  });

  test('a house rule is taken back, or put with other numbers over its own key', () => {
    const [policy] = CASA_VERDE.policies;
    if (!policy) throw new Error('the sample has house rules');
    const keys = (change: PlanChange) => applyChange(CASA_VERDE, change).policies.map(({ key }) => key);
    expect(keys({ schedules: [], policies: { drop: [policy.key] } })).not.toContain(policy.key);
    const put = { ...policy, requires: [{ rule: 'freshness' as const, maxMinutes: 7 }] };
    const after = applyChange(CASA_VERDE, { schedules: [], policies: { drop: [], put: [put] } });
    expect(after.policies.filter(({ key }) => key === policy.key)).toEqual([put]);
  });

  test('what nobody has changes nothing', () => {
    const change: PlanChange = {
      schedules: [{ product: 'nobody', everyMinutes: 1, takesMinutes: 1 }],
      freshness: { consumer: 'nobody', maxMinutes: 1 },
      needs: [{ consumer: RETENTION, expectation: 'no such need', rule: null }],
      drop: { consumers: ['nobody'], metrics: [{ consumer: RETENTION, metric: 'no_such_metric' }] },
      bind: [{ product: RETENTION, entity: 'order', attribute: 'no_such', to: 'a.b.c' }],
      owners: [{ product: 'nobody', team: null }],
      policies: { drop: ['no-such-rule'] },
    };
    expect(applyChange(CASA_VERDE, change)).toEqual(CASA_VERDE);
  });
});

function readSample(): WorkspaceSnapshot {
  const read = readWorkspace(readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}

function planIn(snapshot: WorkspaceSnapshot): Plan {
  const plan = planPush(snapshot, [RETENTION]);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

function planned(change: PlanChange): Plan {
  return planIn(applyChange(CASA_VERDE, change));
}

function row(plan: Plan, product: string, kind: Requirement['kind'], target: string | null = null) {
  return plan.requirements.find((one) => one.product === product && one.kind === kind && one.target === target);
}

/** The record change that makes a wish of a bound attribute. */
function unbinding(entity: string, attribute: string): NonNullable<PlanChange['records']> {
  const model = CASA_VERDE.products.find(({ key }) => key === RETENTION)?.model;
  const record = model && indexModel(model).byKind.attribute.find(({ id }) => id.endsWith(`${entity}.${attribute}`));
  if (!record) throw new Error(`no ${entity}.${attribute}`);
  return [{ product: RETENTION, put: [{ ...record, expression: null }], remove: [] }];
}
