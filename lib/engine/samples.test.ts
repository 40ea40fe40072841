import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Plan } from './plan';
import { planPush } from './push/plan-push';

describe('Northwind Cloud', () => {
  const sample = readSample('northwind-cloud.yaml');
  const plan = planned(sample);

  test('13 of 32 tables and 76 of 838 columns are needed', () => {
    expect(columnsNeeded(plan)).toEqual({
      'salesforce.account': '7 of 35',
      'salesforce.opportunity': '13 of 33',
      'salesforce.user': '4 of 31',
      'segment.groups': '3 of 10',
      'segment.tracks': '4 of 11',
      'stripe.customer': '6 of 41',
      'stripe.invoice_line_item': '9 of 21',
      'stripe.price': '6 of 17',
      'stripe.product': '2 of 18',
      'stripe.subscription': '9 of 31',
      'stripe.subscription_item': '5 of 9',
      'zendesk.organization': '2 of 12',
      'zendesk.ticket': '6 of 44',
    });
    expect(plan.scopes.reduce((sum, { columns }) => sum + columns.length, 0)).toBe(76);
    expect(plan.unused).toHaveLength(19);
  });

  test('of 47 columns that name a person one is needed: who sells', () => {
    const personal = sample.sources.flatMap((source) =>
      source.tables.flatMap((table) =>
        table.columns
          .filter(({ classification }) => classification === 'personal')
          .map((column) => `${source.key}.${table.name}.${column.name}`),
      ),
    );
    expect(personal).toHaveLength(47);
    const needed = new Set(
      plan.scopes.flatMap(({ source, table, columns }) => columns.map((column) => `${source}.${table}.${column}`)),
    );
    expect(personal.filter((column) => needed.has(column))).toEqual(['salesforce.user.name']);
  });

  test('the board pack at six asks the aggregates for 05:55 and each source for its own hour', () => {
    const deadlines = plan.requirements.filter(({ kind, rule }) => kind === 'deadline' && rule === null);
    expect(deadlines.map(({ product, value, verdict }) => `${product} ${value} ${verdict}`)).toEqual([
      'agg-account-health 05:55 met',
      'agg-mrr-movements 05:55 met',
      'src-billing 05:10 met',
      'src-crm 04:55 met',
      'src-product-usage 04:55 met',
      'src-support 04:55 met',
    ]);
  });

  test('a year of churn, month by month, reaches 395 days back; the law wants invoices for seven years', () => {
    const history = plan.requirements.filter(({ kind, product }) => kind === 'history' && product === 'src-billing');
    expect(history.map(({ target, value, verdict }) => [target, value, verdict])).toContainEqual([null, 2557, 'met']);
    expect(history.map(({ target, value, verdict }) => [target, value, verdict])).toContainEqual([
      'invoice_line',
      395,
      'met',
    ]);
  });

  test('Sales and Finance both say revenue, one in dollars and one in cents, and both are told', () => {
    const told = plan.consumers.flatMap(({ key, issues }) => issues.map(({ code, at }) => `${key} ${code} ${at}`));
    expect(told).toEqual([
      'cdp-pipeline definition-conflict revenue',
      'cdp-revenue-retention definition-conflict revenue',
    ]);
    const units = sample.products.flatMap(({ key, model }) =>
      Object.values(model.records).flatMap((record) =>
        record.kind === 'metric' && record.name === 'revenue' ? [`${key} ${record.unit}`] : [],
      ),
    );
    expect(units).toEqual(['cdp-revenue-retention USD cents', 'cdp-pipeline USD']);
  });

  test('beside revenue, only seven in New York is in the way: no hour of a product that promises in UTC', () => {
    expect(plan.conflicts.map(({ code, consumer }) => `${code} ${consumer}`).sort()).toEqual([
      'definition cdp-pipeline',
      'definition cdp-revenue-retention',
      'timezone cdp-pipeline',
    ]);
  });
});

describe('Meridian Components', () => {
  const sample = readSample('meridian-components.yaml');
  const plan = planned(sample);

  test('7 of 10 tables and 32 of 84 columns are needed, 46 of 297 gigabytes', () => {
    expect(columnsNeeded(plan)).toEqual({
      'carrier.tracker': '6 of 13',
      'erp.lineitem': '10 of 16',
      'erp.orders': '5 of 9',
      'mdm.customer': '3 of 8',
      'mdm.nation': '3 of 4',
      'mdm.region': '2 of 3',
      'mdm.supplier': '3 of 7',
    });
    const estate = sample.sources.flatMap(({ tables }) => tables).reduce((sum, { bytes }) => sum + bytes, 0);
    const needed = plan.scopes.reduce((sum, { bytes }) => sum + bytes, 0);
    expect([Math.round(needed / 1e9), Math.round(estate / 1e9), Math.round((100 * needed) / estate)]).toEqual([
      46, 297, 16,
    ]);
    expect(plan.unused.map(({ table }) => table).sort()).toEqual(['part', 'partsupp', 'tracking_detail']);
  });

  test('through two aggregates the three days of the scorecard leave orders less than the day of the tower does', () => {
    const freshness = plan.requirements.filter(({ kind }) => kind === 'freshness');
    expect(freshness.map(({ product, value, binding }) => `${product} ${value} ${binding.join(' ')}`)).toEqual([
      'agg-shipment-timeline 1370 cdp-supplier-scorecard',
      'agg-supplier-performance 2860 cdp-supplier-scorecard',
      'src-carrier-tracking 1160 cdp-otd-tower',
      'src-erp-orders 1095 cdp-supplier-scorecard',
      'src-reference 1160 cdp-otd-tower',
    ]);
  });

  test('everybody can keep what is asked, and no two people contradict each other', () => {
    expect(plan.requirements.filter(({ verdict }) => verdict === 'infeasible')).toEqual([]);
    expect(plan.conflicts).toEqual([]);
  });
});

function readSample(file: string): WorkspaceSnapshot {
  const read = readWorkspace(readFileSync(new URL(`../../samples/${file}`, import.meta.url), 'utf8'));
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}

function planned(snapshot: WorkspaceSnapshot): Plan {
  const consumers = snapshot.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
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
