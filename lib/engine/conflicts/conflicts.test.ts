import { isDeepStrictEqual } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { ConflictCode, type Plan, type PlanConflict } from '../plan';
import { applyChange } from '../push/apply-change';
import { planPush } from '../push/plan-push';

/** One small shop in which each test breaks one thing. Nothing else may be said than what that test is about. */
const SHOP = {
  status: 'o.status',
  where: '',
  promises: 'freshnessMinutes: 30, availability: 0.999, completeness: 1, historyDays: 400, deadline: "04:00"',
  owner: 'orders-team',
  unit: 'EUR',
  amountType: 'decimal',
  keyColumn: 'distinct: 1000',
  sourceExpectations: '',
  aggregateBuild: '{ mode: virtual }',
  consumerBuild: '{ mode: virtual }',
  aggregateJoin: '',
  aggregateEntities: '',
  policies: '',
  consumerGrain: 'order_id',
  consumerAttributes: '',
  relationships: '',
  consumerEntities: '',
  metricFields: '',
  measureFields: '',
  metrics: '',
  expectations: '',
  products: '',
};
type Shop = Partial<typeof SHOP>;

function shop(given: Shop): WorkspaceSnapshot {
  const s = { ...SHOP, ...given };
  const text = `
headwater: 1
workspace: { name: Shop, currency: EUR, timezone: Europe/Berlin }
domains: [ { key: sales, name: Sales } ]
teams:
  - { key: orders-team, name: Order team, domain: sales }
  - { key: numbers-team, name: Numbers team }
  - { key: finance, name: Finance }
sources:
  - key: db
    tables:
      - name: orders
        rows: 1000
        bytes: 100000
        key: [id]
        history: overwrites
        columns:
          - { name: id, type: string, ${s.keyColumn} }
          - { name: status, type: string, nulls: 50, distinct: 8 }
          - { name: amount, type: decimal }
          - { name: email, type: string, classification: personal, nulls: 10 }
          - { name: customer, type: string, distinct: 700 }
          - { name: at, type: timestamp }
      - name: payments
        rows: 1200
        bytes: 100000
        columns: [ { name: order_id, type: string, distinct: 990 }, { name: paid, type: decimal } ]
      - name: invoices
        rows: 980
        bytes: 1000
        key: [order_id]
        columns: [ { name: order_id, type: string, distinct: 980 } ]
policies: [ ${s.policies} ]
products:
  - key: src-orders
    name: Orders
    domain: sales
    ${s.owner === '' ? '' : `owner: ${s.owner}`}
    build: { mode: streaming, takesMinutes: 5 }
    promises: { ${s.promises} }
    model:
      entities:
        - key: order
          grain: [order_id]
          from: { table: db.orders, as: o }
          ${s.where}
          attributes:
            - { key: order_id, type: string, role: identifier, expression: o.id }
            - { key: status, type: string, role: category, expression: ${s.status} }
            - { key: amount, type: ${s.amountType}, role: number, unit: ${s.unit}, expression: o.amount }
            - { key: email, type: string, classification: personal, expression: o.email }
            - { key: customer, type: string, role: identifier, expression: o.customer }
            - { key: ordered_at, type: timestamp, role: time, expression: o.at }
      expectations: [ ${s.sourceExpectations} ]
  - key: agg-orders
    name: Order facts
    owner: numbers-team
    build: ${s.aggregateBuild}
    model:
      entities:
        - key: order
          grain: [order_id]
          from: { entity: src-orders.order, as: s }
          ${s.aggregateJoin}
          attributes:
            - { key: order_id, type: string, role: identifier, expression: s.order_id }
            - { key: status, type: string, role: category, expression: s.status }
            - { key: amount, type: ${s.amountType}, role: number, unit: ${s.unit}, expression: s.amount }
            - { key: email, type: string, expression: s.email }
            - { key: customer, type: string, role: identifier, expression: s.customer }
            - { key: ordered_at, type: timestamp, role: time, expression: s.ordered_at }
        ${s.aggregateEntities}
  - key: cdp-sales
    name: Sales board
    owner: finance
    useCase: { decision: What sells?, owner: finance }
    build: ${s.consumerBuild}
    model:
      entities:
        - key: order
          grain: [${s.consumerGrain}]
          from: { entity: agg-orders.order, as: o }
          attributes:
            - { key: order_id, label: Order number, type: string, role: identifier, expression: o.order_id }
            - { key: status, label: State, type: string, role: category, expression: o.status }
            - { key: amount, label: Amount, type: decimal, role: number, unit: EUR, expression: o.amount }
            - { key: ordered_at, type: timestamp, role: time, expression: o.ordered_at }
            ${s.consumerAttributes}
        ${s.consumerEntities}
      ${s.relationships}
      measures: [ { key: amount, entity: order, aggregation: sum, expression: amount ${s.measureFields} } ]
      metrics:
        - { key: revenue, label: Revenue, kind: simple, measure: amount, time: order.ordered_at ${s.metricFields} }
        ${s.metrics}
      expectations: [ ${s.expectations} ]
  ${s.products}
`;
  const read = readWorkspace(text);
  if (!read.ok) throw new Error(read.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return read.value;
}

function planned(snapshot: WorkspaceSnapshot): Plan {
  const plan = planPush(snapshot, ['cdp-sales']);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  return plan.value;
}

const OTHER = `- key: cdp-other
    name: Board pack
    owner: numbers-team
    useCase: { decision: What was earned?, owner: numbers-team }
    model:
      entities:
        - key: sale
          grain: [order_id]
          from: { entity: agg-orders.order, as: x }
          attributes:
            - { key: order_id, type: string, role: identifier, expression: x.order_id }
            - { key: value, type: decimal, role: number, unit: EUR, expression: x.amount }
            - { key: state, type: string, role: category, expression: x.status }
            - { key: day, type: timestamp, role: time, expression: x.ordered_at }
      measures: [ { key: value, entity: sale, aggregation: sum, expression: value, filter: state <> 'canceled' } ]
      metrics: [ { key: revenue, label: Revenue, kind: simple, measure: value, time: sale.day } ]`;
const SAME = OTHER.replace(`, filter: state <> 'canceled'`, '').replace(
  'key: revenue, label: Revenue',
  'key: turnover, label: Turnover',
);
const TWIN = `- key: src-orders-copy
    name: Orders again
    owner: finance
    model:
      entities:
        - key: purchase
          grain: [number]
          from: { table: db.orders, as: t }
          attributes:
            - { key: number, type: string, role: identifier, expression: t.id }
            - { key: state, type: string, role: category, expression: t.status }
            - { key: amount, type: decimal, role: number, unit: EUR, expression: t.amount }
            - { key: email, type: string, classification: personal, expression: t.email }
            - { key: customer, type: string, role: identifier, expression: t.customer }`;

const MADE_AGAIN = `- key: agg-again
    name: Facts again
    owner: finance
    model:
      entities:
        - key: sale
          grain: [number]
          from: { entity: src-orders.order, as: s }
          where: s.amount > 0
          attributes:
            - { key: number, type: string, role: identifier, expression: s.order_id }
            - { key: status, type: string, role: category, expression: s.status }
            - { key: amount, type: decimal, role: number, unit: EUR, expression: s.amount }
            - { key: email, type: string, expression: s.email }
            - { key: customer, type: string, role: identifier, expression: s.customer }`;

/** The one conflict of this shop, after making sure that every repair it offers really ends it. */
function theConflict(given: Shop): { conflict: PlanConflict; told: string[] } {
  const snapshot = shop(given);
  const { conflicts } = planned(snapshot);
  const [conflict] = conflicts;
  if (!conflict || conflicts.length > 1)
    throw new Error(conflicts.map(({ code, words }) => `${code}: ${words}`).join('\n'));
  expectRepairsToHold(snapshot, conflict);
  return { conflict, told: [conflict.words, ...conflict.repairs.map(({ words }) => words)] };
}

/** Who must still do better is told of ages, and of what the conflict was about. */
const ABOUT: Partial<Record<PlanConflict['code'], string>> = {
  'infeasible-deadline': 'deadline',
  'infeasible-availability': 'availability',
  'history-lost': 'history',
  'history-max': 'history',
  delivery: 'delivery',
};

/** Each repair is applied and planned again: its conflict is gone, and the effect is the one that was promised. */
function expectRepairsToHold(snapshot: WorkspaceSnapshot, conflict: PlanConflict): void {
  for (const { change, words, effect } of conflict.repairs) {
    const after = planned(applyChange(snapshot, change));
    expect(
      after.conflicts.filter(({ code, at, target }) => isDeepStrictEqual([code, at, target], whatOf(conflict))),
      words,
    ).toEqual([]);
    const ages = after.requirements.filter(({ kind }) => kind === 'freshness');
    const behind = after.requirements.filter(
      ({ kind, verdict }) =>
        (kind === 'freshness' || kind === ABOUT[conflict.code]) && (verdict === 'tighten' || verdict === 'missing'),
    );
    expect(Object.fromEntries(ages.map(({ product, value }) => [product, value])), words).toEqual(effect.freshness);
    expect([...new Set(behind.map(({ product }) => product))].sort(), words).toEqual(effect.tighten);
    const codes = [...new Set(after.conflicts.map(({ code }) => code))].sort();
    if (effect.remaining) expect(codes, words).toEqual(effect.remaining);
  }
}

function whatOf({ code, at, target }: PlanConflict) {
  return [code, at, target];
}

const EMAIL = '- { key: email, label: E-mail, type: string, role: category, expression: o.email }';

const BUYERS: Shop = {
  aggregateEntities: `
        - key: buyer
          grain: [id]
          from: { entity: src-orders.order, as: b }
          groupBy: [id]
          attributes:
            - { key: id, type: string, role: identifier, expression: b.customer }
            - { key: state, type: string, role: category, expression: max(b.status) }
      relationships: [ { key: bought_by, from: order.customer, to: buyer.id, cardinality: many-to-one } ]`,
  consumerAttributes: '- { key: customer, type: string, role: identifier, expression: o.customer }',
  consumerEntities: `
        - key: buyer
          grain: [id]
          from: { entity: agg-orders.buyer, as: b }
          attributes:
            - { key: id, type: string, role: identifier, expression: b.id }
            - { key: state, type: string, role: category, expression: b.state }`,
};

/** No statistics tell whether two sums agree, so nobody is ever called in conflict about it. */
const TellableCode = ConflictCode.exclude(['reconciliation']);

/** What breaks in the shop for each kind of conflict. A kind without a shop does not compile. */
const BROKEN: Record<z.infer<typeof TellableCode>, Shop> = {
  'infeasible-freshness': {
    aggregateBuild: '{ mode: scheduled, everyMinutes: 360, takesMinutes: 40 }',
    expectations: '{ on: model, rule: freshness, maxMinutes: 120 }',
  },
  'infeasible-deadline': { expectations: '{ on: model, rule: deadline, at: "03:30" }' },
  'infeasible-availability': { expectations: '{ on: model, rule: availability, min: 0.9999 }' },
  'policy-against-need': {
    policies: '{ key: masked, applies: { classification: [personal] }, requires: [ { rule: mask } ] }',
    consumerAttributes: EMAIL,
    metricFields: ', slices: [order.email]',
  },
  definition: { products: OTHER },
  grain: {
    consumerGrain: 'order_id, line',
    consumerAttributes: '- { key: line, type: string, role: identifier, expression: o.customer }',
  },
  cardinality: {
    ...BUYERS,
    relationships: 'relationships: [ { key: by, from: order.customer, to: buyer.id, cardinality: one-to-one } ]',
    metricFields: ', slices: [buyer.state]',
    expectations: '{ on: order, rule: unique, attributes: [customer] }',
  },
  'fan-out': {
    aggregateJoin: 'joins: [ { table: db.payments, as: p, type: inner, on: p.order_id = s.order_id } ]',
  },
  type: {
    consumerAttributes: '- { key: whole, label: Whole, type: integer, role: number, expression: o.amount }',
  },
  unit: { unit: 'kg' },
  currency: { unit: 'USD' },
  timezone: { expectations: '{ on: model, rule: deadline, at: "06:00", timezone: America/New_York }' },
  'rows-excluded': {
    where: "where: o.status = 'delivered'",
    metricFields: ', filter: "status = \'canceled\'"',
  },
  'history-lost': { measureFields: ', behaviour: stock' },
  'history-max': {
    policies: '{ key: short-memory, requires: [ { rule: history-max, days: 365 } ] }',
    expectations: '{ on: model, rule: history, days: 400 }',
  },
  gap: {
    consumerAttributes: '- { key: discount, label: Discount, type: decimal, role: number }',
    metricFields: ', filter: discount > 0',
  },
  ownerless: {
    owner: '',
    promises: 'freshnessMinutes: 600, historyDays: 400, availability: 1',
    expectations: '{ on: model, rule: freshness, maxMinutes: 300 }',
  },
  'duplicate-product': { products: TWIN },
  statistics: { expectations: '{ on: order, rule: volume, min: 5000 }' },
  delivery: {
    aggregateBuild: '{ mode: scheduled, everyMinutes: 60, takesMinutes: 5 }',
    expectations: '{ on: model, rule: delivery, mode: stream }',
  },
  validity: {
    sourceExpectations: '{ on: order.status, rule: in-set, values: [paid, sent] }',
    expectations: '{ on: order.status, rule: in-set, values: [lost] }',
  },
};

function codesOf(given: Shop): ConflictCode[] {
  return planned(shop(given)).conflicts.map(({ code }) => code);
}

describe('a conflict says who, by how much, and what would end it', () => {
  test.each(TellableCode.options)('%s: people, numbers, and ways out that do what they say', (code) => {
    const snapshot = shop(BROKEN[code]);
    const conflict = planned(snapshot).conflicts.find((one) => one.code === code);
    if (!conflict) throw new Error(`no conflict: ${codesOf(BROKEN[code]).join()}`);
    const owners = new Set(snapshot.products.flatMap(({ owner }) => owner ?? []));
    expect(conflict.people?.length).toBeGreaterThan(0);
    expect((conflict.people ?? []).filter(({ team }) => !owners.has(team))).toEqual([]);
    expect(Object.keys(conflict.numbers)).not.toEqual([]);
    expect(conflict.words).toMatch(/ owns |nobody owns it/i);
    if (conflict.repairs.length === 0) expect(conflict.words).toContain('Nothing that was tried resolves it.');
    expectRepairsToHold(snapshot, conflict);
  });

  test('nothing is wrong with the shop itself', () => {
    expect(codesOf({})).toEqual([]);
  });

  test('a source that closes too late for the deadline', () => {
    const { told } = theConflict({
      expectations: '{ on: model, rule: deadline, at: "04:30" }',
      aggregateBuild: '{ mode: scheduled, everyMinutes: 1440, takesMinutes: 60 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be ready by 04:30, but Orders closes at 04:00 and then Order facts takes 1 h: 30 min too late. Order team owns Orders.",
        "Orders closes by 03:30.",
        "Run Order facts in 30 min instead of 1 h.",
        "Be ready by 05:00 instead.",
      ]
    `);
  });

  test('a deadline of another clock that never changes is held against when the source closes', () => {
    const snapshot = shop({
      expectations: '{ on: model, rule: deadline, at: "05:30", timezone: "+02:00" }',
      aggregateBuild: '{ mode: scheduled, everyMinutes: 1440, takesMinutes: 60 }',
    });
    const utc = { ...snapshot, workspace: { ...snapshot.workspace, timezone: 'UTC' } };
    const plan = planned(utc);
    const rows = plan.requirements.filter(({ kind }) => kind === 'deadline');
    expect(rows.map(({ product, value, verdict }) => [product, value, verdict])).toContainEqual([
      'src-orders',
      '04:30',
      'infeasible',
    ]);
    const conflicts = plan.conflicts.filter(({ code }) => code === 'infeasible-deadline');
    expect(
      conflicts.flatMap(({ words, repairs }) => [words, ...repairs.map((repair) => repair.words)]),
    ).toMatchInlineSnapshot(`
      [
        "Sales board must be ready by 05:30 in +02:00, but Orders closes at 04:00 in UTC and then Order facts takes 1 h: 1 h 30 too late. Order team owns Orders.",
        "Orders closes by 02:30.",
        "Be ready by 07:00 in +02:00 instead.",
      ]
    `);
    for (const conflict of conflicts) expectRepairsToHold(utc, conflict);
  });

  test('two that close too late for one need have one hour that suits both', () => {
    const second = TWIN.replace('owner: finance', 'owner: finance\n    promises: { deadline: "04:20" }');
    const { conflicts } = planned(
      shop({
        expectations: '{ on: model, rule: deadline, at: "03:00" }',
        products: second,
        aggregateJoin: 'joins: [ { entity: src-orders-copy.purchase, as: p, type: inner, on: p.number = s.order_id } ]',
      }),
    );
    const late = conflicts.filter(({ code }) => code === 'infeasible-deadline');
    expect(late.map(({ at, repairs }) => [at, repairs.at(-1)?.words])).toEqual([
      ['src-orders', 'Be ready by 04:20 instead.'],
      ['src-orders-copy', 'Be ready by 04:20 instead.'],
    ]);
  });

  test('more than everybody promises together', () => {
    const { told } = theConflict({ expectations: '{ on: model, rule: availability, min: 0.9999 }' });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be there 99.99 % of the time, but Orders promises no more than 99.9 %. Order team owns Orders.",
        "Orders promises 99.996 %.",
        "Ask for 99.75 % instead, which everybody promises already.",
      ]
    `);
  });

  test('who promises a shorter past than is asked for instead must still do better', () => {
    const { conflict } = theConflict({
      policies: '{ key: short-memory, requires: [ { rule: history-max, days: 365 } ] }',
      expectations: '{ on: model, rule: history, days: 400 }',
      promises: 'freshnessMinutes: 30, historyDays: 300',
    });
    expect(conflict.repairs.map(({ effect }) => effect.tighten)[0]).toContain('src-orders');
  });

  test('a longer past than a house rule lets anybody keep', () => {
    const { told } = theConflict({
      policies: '{ key: short-memory, requires: [ { rule: history-max, days: 365 } ] }',
      expectations: '{ on: model, rule: history, days: 400 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs 400 days of Order facts and Orders, but the house rule “short-memory” lets them keep 365 days at most. Numbers team owns Order facts. Order team owns Orders.",
        "Ask for 365 days instead of 400.",
        "Let the house rule “short-memory” allow 400 days.",
        "Do without Revenue.",
      ]
    `);
  });

  test('one row per line of something that has one row per order', () => {
    const { told } = theConflict({
      consumerGrain: 'order_id, line',
      consumerAttributes: '- { key: line, label: Line, type: string, role: identifier, expression: o.customer }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order is meant to have one row per Order number and Line, but Order in Order facts has one row per Order id. Numbers team owns Order facts.",
        "Count one row per Order id instead.",
      ]
    `);
  });

  test('a key that repeats', () => {
    const { told } = theConflict({ keyColumn: 'distinct: 900' });
    expect(told).toMatchInlineSnapshot(`
      [
        "No two rows of Order may share Order id, but 1,000 rows of Orders hold only 900 different ones. Whatever is added up over it would count twice. Order team owns Orders.",
        "Do without Revenue.",
      ]
    `);
  });

  test('a join that finds several rows for one', () => {
    const { told } = theConflict({
      aggregateJoin: 'joins: [ { table: db.payments, as: p, type: inner, on: p.order_id = s.order_id } ]',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order in Order facts has one row per Order id, but it looks up db.payments by order_id, and 1,200 rows of that hold only 990 different ones. What is added up would count twice. Numbers team owns Order facts.",
        "Do without Revenue.",
      ]
    `);
  });

  test.each([
    ['upper(p.order_id) = s.order_id', 'looks up db.invoices by a condition on order_id'],
    ['p.order_id = s.order_id or p.order_id = s.customer', 'looks up db.invoices by a condition on order_id'],
    ["s.status = 'sent'", 'takes every row of db.invoices'],
  ])('a join on %s may find several rows for one, however unique the key', (on, how) => {
    const { conflict } = theConflict({
      aggregateJoin: `joins: [ { table: db.invoices, as: p, type: left, on: "${on}" } ]`,
    });
    expect([conflict.code, conflict.severity]).toEqual(['fan-out', 'warning']);
    expect(conflict.words).toContain(`but it ${how}, and nothing says that there is only one.`);
  });

  test('statistics against completeness of values', () => {
    const { told } = theConflict({
      aggregateBuild: '{ mode: virtual }',
      expectations: '{ on: order.status, rule: completeness, of: values, min: 0.99 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs Order › State filled in 99 % of the rows, but 50 of 1,000 are empty in Orders today. Order team owns Orders.",
        "Be content with 95 %, which is what there is.",
        "Take the need back.",
      ]
    `);
  });

  test('more rows needed than a filter has to take them from', () => {
    const filtered = { where: "where: o.status = 'delivered'" };
    const { told } = theConflict({ ...filtered, expectations: '{ on: order, rule: volume, min: 5000 }' });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs Order to have at least 5,000 rows, but they are some of the 1,000 that orders has in Orders today. Order team owns Orders.",
        "Take the need back.",
      ]
    `);
    expect(codesOf({ ...filtered, expectations: '{ on: order, rule: volume, min: 500 }' })).toEqual([]);
    expect(codesOf({ ...filtered, expectations: '{ on: order, rule: volume, max: 500 }' })).toEqual([]);
  });

  test('a filter upstream that contradicts the need', () => {
    const { told } = theConflict({
      where: "where: o.status = 'delivered'",
      metricFields: ', filter: "status = \'canceled\'"',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue needs rows where status = 'canceled', but Order in Orders keeps only rows where status = 'delivered'. None of the rows it needs are there. Order team owns Orders.",
        "Order in Orders keeps all rows, whatever status is.",
        "Do without Revenue.",
      ]
    `);
  });

  test('values of two products in two currencies that are added up', () => {
    const both = (expression: string, unit = '') => ({
      products: TWIN.replace('unit: EUR', 'unit: USD'),
      consumerEntities: `
        - key: both
          grain: [id]
          from: { entity: src-orders.order, as: o }
          joins: [ { entity: src-orders-copy.purchase, as: p, type: left, on: p.number = o.order_id } ]
          attributes:
            - { key: id, type: string, role: identifier, expression: o.order_id }
            - { key: total, type: decimal, role: number${unit}, expression: '${expression}' }`,
      expectations: '{ on: both.total, rule: not-null }',
    });
    const told = (given: Shop) =>
      planned(shop(given)).conflicts.flatMap(({ code, words, repairs }) =>
        code === 'currency' || code === 'unit' ? [words, ...repairs.map((repair) => repair.words)] : [],
      );
    expect(told(both('o.amount + coalesce(p.amount, 0)'))).toMatchInlineSnapshot(`
      [
        "Both › Total in Sales board adds Order › Amount in Orders, in EUR, and Purchase › Amount in Orders again, in USD. Nothing converts either. Finance owns Sales board.",
        "Say EUR in Orders again too, if that is what the numbers are.",
      ]
    `);
    expect(told(both('round(o.amount, 2)', ', unit: USD'))).toMatchInlineSnapshot(`
      [
        "Both › Total in Sales board is said to be in USD, but it is made of Order › Amount in Orders, which is in EUR. Nothing converts it on the way. Finance owns Sales board.",
        "Say EUR in Sales board too, if that is what the numbers are.",
      ]
    `);
    for (const expression of ['o.amount + p.amount * 0.9', 'o.amount / nullif(p.amount, 0)', 'o.amount + 1'])
      expect(told(both(expression))).toEqual([]);
    expect(told(both('round(o.amount, 2)', ', unit: EUR per order'))).toEqual([]);
  });

  test('a copy in another currency', () => {
    const { told } = theConflict({ unit: 'USD' });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order › Amount in Sales board is said to be in EUR, but it is a copy of Order › Amount in Order facts, which is in USD. Nothing converts it on the way. Numbers team owns Order facts.",
        "Say USD in Sales board too, if that is what the numbers are.",
        "Do without Revenue.",
      ]
    `);
  });

  test('a personal value that must stay at home', () => {
    const { told } = theConflict({
      policies:
        '{ key: stays-home, applies: { classification: [personal] }, requires: [ { rule: stays-in, alignment: source } ] }',
      consumerAttributes: '- { key: email, label: E-mail, type: string, role: category, expression: o.email }',
      metricFields: ', slices: [order.email]',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue needs Order › Email of Orders as it is, but the house rule “stays-home” does not let it out, and it would be carried to Order facts. Order team owns Orders.",
        "Do not cut Revenue by Order › E-mail.",
        "Do without Revenue.",
        "Take back the house rule “stays-home”.",
      ]
    `);
  });

  test('a field nobody offers', () => {
    const { told } = theConflict({
      consumerAttributes: '- { key: discount, label: Discount, type: decimal, role: number }',
      metrics:
        '- { key: discounts, label: Discounts, kind: simple, measure: amount, time: order.ordered_at, filter: discount > 0 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Nobody offers Order › Discount yet, and one number of Sales board stands on it. Order facts would be asked for it. Numbers team owns Order facts.",
        "Do without Discounts.",
      ]
    `);
  });

  test('a product that nobody owns', () => {
    const { told } = theConflict({
      owner: '',
      promises: 'freshnessMinutes: 600, historyDays: 400, availability: 1',
      expectations: '{ on: model, rule: freshness, maxMinutes: 300 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Orders would have to agree to 1 ask of Sales board, and nobody owns it. Until somebody does, nobody can say yes.",
        "Order team takes over Orders.",
      ]
    `);
  });

  test('one name for two definitions', () => {
    const { told } = theConflict({ products: OTHER });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue in Sales board is the sum of amount over Orders, by ordered at; in Board pack it is the sum of value over Sales where state is not canceled, by day. They may still compute the same; that cannot be told. Numbers team owns Board pack.",
        "Compute it as Board pack does.",
        "Call it Revenue (Sales board) here.",
      ]
    `);
  });

  test('two names for one definition', () => {
    const { told } = theConflict({ products: SAME });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue in Sales board and Turnover in Board pack compute the same over the same time, under two names. Whoever reads both will look for a difference that is not there. Numbers team owns Board pack.",
        "Call it Turnover here.",
        "Do without Revenue.",
      ]
    `);
  });

  test('a level asked of a table that overwrites', () => {
    const { told } = theConflict({ measureFields: ', behaviour: stock' });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue asks what Order was like in the past, but db.orders only knows how it is now: every change overwrites what was. Order team owns Orders.",
        "Do without Revenue.",
      ]
    `);
  });

  test('ways out that take the same away are one', () => {
    const { conflicts } = planned(
      shop({
        consumerEntities: `
        - key: first
          grain: [id]
          from: { entity: src-orders.order, as: f }
          attributes:
            - { key: id, type: string, role: identifier, expression: f.order_id }
            - { key: state, type: string, role: category, expression: f.status }
            - { key: since, type: timestamp, role: time, expression: f.ordered_at }`,
        relationships: 'relationships: [ { key: by, from: order.status, to: first.state, cardinality: many-to-one } ]',
        metricFields: ', slices: [first.since]',
        expectations: '{ on: first.state, rule: unique }',
      }),
    );
    const told = conflicts.find(({ code }) => code === 'cardinality' || code === 'statistics');
    const lost = told?.repairs.map(({ effect }) => effect.loses?.join()) ?? [];
    expect(lost.length).toBeGreaterThan(0);
    expect(lost).toEqual([...new Set(lost)]);
  });

  test('a deadline in another zone', () => {
    const { told } = theConflict({
      expectations: '{ on: model, rule: deadline, at: "06:00", timezone: America/New_York }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be ready by 06:00 in America/New_York, but everybody else promises in Europe/Berlin. The difference depends on the day, so nobody can tell whether it is kept. Numbers team owns Order facts.",
        "Say 06:00 in Europe/Berlin instead, if that clock is meant.",
      ]
    `);
  });

  test('a type that would lose something', () => {
    const { told } = theConflict({
      consumerAttributes:
        '- { key: amount_whole, label: Whole amount, type: integer, role: number, expression: o.amount }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order › Whole amount is meant to be an integer, but Order › Amount in Order facts is a decimal, and something would be lost. Until they agree, what stands on it is left out. Numbers team owns Order facts.",
        "Make it a decimal here too.",
      ]
    `);
  });

  test('the same rows made twice, word for word', () => {
    const { told } = theConflict({ aggregateJoin: 'where: s.amount > 0', products: MADE_AGAIN });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order in Order facts and Sale in Facts again are the same thing twice: one row per Order id made of Order in Orders, 5 columns in common (83 %). Numbers team owns Order facts. Finance owns Facts again.",
        "Facts again reads it from Order facts instead of making it again.",
      ]
    `);
  });

  test('rows that are joined away', () => {
    const { told } = theConflict({
      aggregateJoin: 'joins: [ { table: db.invoices, as: p, type: inner, on: p.order_id = s.order_id } ]',
      expectations: '{ on: order, rule: completeness, min: 0.995 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs 99.5 % of the rows, but Order in Order facts drops every Order that has no db.invoices: at least 20 of 1,000 (2 %). That is more than may be missing. Numbers team owns Order facts.",
        "Order in Order facts keeps the rows that find no partner, with the rest empty (a left join).",
      ]
    `);
  });

  test('a consumer that runs too seldom may run more often itself', () => {
    const { told } = theConflict({
      consumerBuild: '{ mode: scheduled, everyMinutes: 120, takesMinutes: 5 }',
      expectations: '{ on: model, rule: freshness, maxMinutes: 90 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be at most 1 h 30 old, but it runs every 2 h and takes 5 min itself. That leaves Orders −35 min, less than no time at all. Finance owns Sales board. Order team owns Orders.",
        "Run Sales board every 1 h, 5 min each: leaves Orders 25 min; Order facts and Orders must be faster than promised today.",
        "Ask for at most 2 h 35 instead, which today's schedules can do.",
      ]
    `);
  });

  test('the same product twice', () => {
    const { told } = theConflict({ products: TWIN });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order in Orders and Purchase in Orders again are the same thing twice: one row per Order id of db.orders, 5 columns in common (83 %). Order team owns Orders. Finance owns Orders again.",
        "Orders again reads it from Orders instead of the table.",
      ]
    `);
  });

  test('of two fields that copy the key, the first by name tells what a row is', () => {
    const { conflicts } = planned(shop({ products: TWIN, status: 'o.id' }));
    const twice = conflicts.find(({ code }) => code === 'duplicate-product');
    expect(twice?.words).toContain('the same thing twice: one row per Order id of db.orders');
  });

  test('events asked through something that runs on a schedule', () => {
    const { told } = theConflict({
      aggregateBuild: '{ mode: scheduled, everyMinutes: 60, takesMinutes: 5 }',
      expectations: '{ on: model, rule: delivery, mode: stream }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs to be told what happens as it happens, but Order facts runs every 1 h, and events cannot pass that. Numbers team owns Order facts.",
        "Order facts runs as a stream, taking each event as it comes.",
        "Take the need back.",
      ]
    `);
  });

  test('events asked through several that run on schedules: all of them are named', () => {
    const snapshot = shop({
      aggregateBuild: '{ mode: scheduled, everyMinutes: 60, takesMinutes: 5 }',
      expectations: '{ on: model, rule: delivery, mode: stream }',
    });
    const build = { mode: 'scheduled' as const, everyMinutes: 120, takesMinutes: 5 };
    const products = snapshot.products.map((one) => (one.key === 'src-orders' ? { ...one, build } : one));
    const told = planned({ ...snapshot, products }).conflicts.filter(({ code }) => code === 'delivery');
    expect(told.map((conflict) => conflict.products)).toEqual([['agg-orders', 'src-orders']]);
    expect(told[0]?.words).toContain(
      'Order facts runs every 1 h and Orders runs every 2 h, and events cannot pass that',
    );
  });

  test('more often than anybody runs', () => {
    const { told } = theConflict({
      aggregateBuild: '{ mode: scheduled, everyMinutes: 360, takesMinutes: 40 }',
      expectations: '{ on: model, rule: freshness, maxMinutes: 120 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be at most 2 h old, but Order facts runs every 6 h and takes 40 min. That leaves Orders −4 h 40, less than no time at all. Numbers team owns Order facts. Order team owns Orders.",
        "Run Order facts every 1 h, 40 min each: leaves Orders 20 min; Order facts and Orders must be faster than promised today.",
        "Ask for at most 7 h 10 instead, which today's schedules can do.",
      ]
    `);
  });

  test('a house rule about personal values that cannot be kept, where such values are needed and only there', () => {
    const given = {
      policies:
        '{ key: fresh-people, applies: { classification: [personal], alignment: [source] }, requires: [ { rule: freshness, maxMinutes: 2 } ] }',
      consumerAttributes: '- { key: email, label: E-mail, type: string, role: category, expression: o.email }',
    };
    const { told } = theConflict({ ...given, metricFields: ', slices: [order.email]' });
    expect(told).toMatchInlineSnapshot(`
      [
        "The house rule “fresh-people” wants Orders at most 2 min old, but it takes 5 min: 5 min at best. Order team owns Orders.",
        "Let the house rule “fresh-people” allow 30 min.",
        "Take back the house rule “fresh-people”.",
      ]
    `);
    expect(codesOf(given)).toEqual([]);
  });

  test('a past that a house rule about personal values does not let anybody keep', () => {
    const { told } = theConflict({
      policies:
        '{ key: short-memory, applies: { classification: [personal] }, requires: [ { rule: history-max, days: 365 } ] }',
      consumerAttributes: '- { key: email, label: E-mail, type: string, role: category, expression: o.email }',
      metricFields: ', slices: [order.email]',
      expectations: '{ on: model, rule: history, days: 400 }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board needs 400 days of Order facts and Orders, but the house rule “short-memory” lets them keep 365 days at most. Numbers team owns Order facts. Order team owns Orders.",
        "Ask for 365 days instead of 400.",
        "Let the house rule “short-memory” allow 400 days.",
        "Do without Revenue.",
      ]
    `);
  });

  test('a way out counts what house rules ask of personal values', () => {
    const { conflict } = theConflict({
      aggregateBuild: '{ mode: scheduled, everyMinutes: 360, takesMinutes: 40 }',
      policies:
        '{ key: fresh-people, applies: { classification: [personal], alignment: [source] }, requires: [ { rule: freshness, maxMinutes: 20 } ] }',
      consumerAttributes: '- { key: email, label: E-mail, type: string, role: category, expression: o.email }',
      metricFields: ', slices: [order.email]',
      expectations: '{ on: model, rule: freshness, maxMinutes: 120 }',
    });
    expect(conflict.repairs.map(({ words, effect }) => [words, effect])).toMatchInlineSnapshot(`
      [
        [
          "Run Order facts every 1 h, 40 min each: leaves Orders 20 min; Order facts and Orders must be faster than promised today.",
          {
            "freshness": {
              "agg-orders": 120,
              "src-orders": 20,
            },
            "tighten": [
              "agg-orders",
              "src-orders",
            ],
          },
        ],
        [
          "Ask for at most 7 h 10 instead, which today's schedules can do.",
          {
            "freshness": {
              "agg-orders": 430,
              "src-orders": 20,
            },
            "tighten": [
              "src-orders",
            ],
          },
        ],
      ]
    `);
  });

  test('one name for two definitions, and nobody can tell', () => {
    const { told } = theConflict({ products: OTHER.replace('expression: x.amount }', '}') });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue in Sales board is the sum of amount over Orders, by ordered at; in Board pack it is the sum of value over Sales where state is not canceled, by day. Whether they are the same cannot be told. Numbers team owns Board pack.",
        "Call it Revenue (Sales board) here.",
      ]
    `);
  });

  test('a filter that reaches further than what is kept is a thing to look at', () => {
    const { conflict } = theConflict({
      where: "where: o.status = 'delivered'",
      metricFields: `, filter: "status <> 'canceled'"`,
    });
    expect([conflict.code, conflict.severity]).toEqual(['rows-excluded', 'warning']);
  });

  test('a filter that what is kept implies is no conflict', () => {
    expect(
      codesOf({ where: "where: o.status in ('delivered', 'shipped')", metricFields: `, filter: "status = 'shipped'"` }),
    ).toEqual([]);
  });

  test('a wish that somebody offers is bound by its repair', () => {
    const { conflict, told } = theConflict({
      consumerAttributes: '- { key: buyer, label: Buyer, type: string, role: category, synonyms: [customer] }',
      metricFields: ', slices: [order.buyer]',
    });
    expect(conflict.repairs[0]?.change.bind).toEqual([
      { product: 'cdp-sales', entity: 'order', attribute: 'buyer', to: 'agg-orders.order.customer' },
    ]);
    expect(told).toMatchInlineSnapshot(`
      [
        "Nobody offers Order › Buyer yet, and one number of Sales board stands on it. Order facts would be asked for it. Numbers team owns Order facts.",
        "Take it from Order › Customer in Order facts.",
        "Do not cut Revenue by Order › Buyer.",
        "Do without Revenue.",
      ]
    `);
  });

  test('a conflict names the teams it touches', () => {
    const { conflict } = theConflict({ unit: 'USD' });
    expect(conflict.people).toEqual([{ team: 'finance' }, { team: 'numbers-team' }]);
  });

  test('one of each here, many there', () => {
    const snapshot = shop(BROKEN.cardinality);
    const conflict = planned(snapshot).conflicts.find(({ code }) => code === 'cardinality');
    expect([conflict?.words, conflict?.repairs.map(({ words }) => words)]).toMatchInlineSnapshot(`
      [
        "Sales board says that Order to Buyer is one-to-one, but Order facts says it is many-to-one. What is added up across it may count twice. Numbers team owns Order facts.",
        [
          "Draw it many-to-one here too.",
          "Do without Revenue.",
        ],
      ]
    `);
  });

  test('values that are ruled out are told with the values that are there, and with who says what', () => {
    const words = (given: Shop) =>
      planned(shop(given)).conflicts.flatMap(({ code, words: said }) => (code === 'validity' ? [said] : []));
    const states = '{ on: order.status, rule: in-set, values: [paid, sent] }';
    const amounts = '{ on: order.amount, rule: range, min: 1, max: 5 }';
    const big = '{ key: big, applies: { product: [src-orders] }, requires: [ { rule: range, min: 10 } ] }';
    const tens = '- { key: tens, type: decimal, unit: EUR, role: number, expression: o.amount }';
    expect([
      words({ sourceExpectations: states, expectations: '{ on: order.status, rule: in-set, values: [lost] }' }),
      words({ sourceExpectations: states, measureFields: `, filter: "status = 'lost'"` }),
      words({ sourceExpectations: amounts, policies: big }),
      words({
        sourceExpectations: amounts,
        consumerAttributes: tens,
        expectations: '{ on: order.tens, rule: range, min: 10 }',
      }),
    ]).toMatchInlineSnapshot(`
      [
        [
          "Sales board needs Order › State to be lost, but Orders says Order › Status is one of paid, sent. Order team owns Orders.",
        ],
        [
          "“Revenue” looks for lost in Order › Status, but Orders says it is one of paid, sent. Order team owns Orders.",
        ],
        [
          "The house rule “big” needs Order › Amount to be at least 10, but Orders says it is between 1 and 5. Order team owns Orders.",
        ],
        [
          "Sales board needs Order › Tens to be at least 10, but Orders says Order › Amount is between 1 and 5. Order team owns Orders.",
        ],
      ]
    `);
  });

  test('a way out of what two need is one for both, planned together', () => {
    const theirs = `
        - { on: sale.state, rule: in-set, values: [open, late] }
        - { on: model, rule: freshness, maxMinutes: 60 }`;
    const snapshot = shop({
      expectations: '{ on: order.status, rule: in-set, values: [paid, sent] }',
      products: `${SAME}\n      expectations: ${theirs}`,
    });
    const both = ['cdp-other', 'cdp-sales'];
    const conflictsIn = (one: WorkspaceSnapshot) => {
      const plan = planPush(one, both);
      return plan.ok ? plan.value.conflicts.filter(({ code }) => code === 'validity') : [];
    };
    const found = conflictsIn(snapshot);
    expect(found.map(({ consumer, repairs }) => [consumer, repairs.map(({ words }) => words)])).toEqual([
      ['cdp-other', ['Let everybody who needs it allow late, open, paid and sent.', 'Take the need back.']],
      ['cdp-sales', ['Let everybody who needs it allow late, open, paid and sent.', 'Take the need back.']],
    ]);
    for (const { change, effect } of found.flatMap(({ repairs }) => repairs)) {
      expect(conflictsIn(applyChange(snapshot, change))).toEqual([]);
      expect(effect.freshness).toEqual({ 'agg-orders': 60, 'src-orders': 60 });
    }
  });
});
