import { describe, expect, test } from 'vitest';
import { codesOf } from './__shop__/codes-of';
import { findBrokenRepairs } from './__shop__/find-broken-repairs';
import { TWIN } from './__shop__/other-products';
import { planShop } from './__shop__/plan-shop';
import { shop } from './__shop__/shop';
import { theConflict } from './__shop__/the-conflict';

describe('what is promised is not enough', () => {
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
    const plan = planShop(utc);
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
    for (const conflict of conflicts) expect(findBrokenRepairs(utc, conflict)).toEqual([]);
  });

  test('two that close too late for one need have one hour that suits both', () => {
    const second = TWIN.replace('owner: finance', 'owner: finance\n    promises: { deadline: "04:20" }');
    const { conflicts } = planShop(
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

  test('a deadline in another zone', () => {
    const { told } = theConflict({
      expectations: '{ on: model, rule: deadline, at: "06:00", timezone: America/New_York }',
    });
    expect(told).toMatchInlineSnapshot(`
      [
        "Sales board must be ready by 06:00 in America/New_York, but everybody else promises in Europe/Berlin. The difference depends on the day, so nobody can tell whether it is kept. Numbers team owns Order facts.",
        "Be ready by 11:00 Europe/Berlin instead, which is never later than 06:00 in America/New_York.",
        "Say 06:00 in Europe/Berlin instead, if that clock is meant.",
      ]
    `);
  });

  test('a deadline of another day, in another zone, says so', () => {
    const { told } = theConflict({
      expectations: '{ on: model, rule: deadline, at: "06:00", dayOffset: 1, timezone: America/New_York }',
    });
    expect(told[0]).toContain('must be ready by 06:00 the day after in America/New_York, but');
    expect(told.slice(1)).toEqual([
      'Be ready by 11:00 Europe/Berlin the day after instead, which is never later than 06:00 the day after in America/New_York.',
      'Say 06:00 the day after in Europe/Berlin instead, if that clock is meant.',
    ]);
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
    const told = planShop({ ...snapshot, products }).conflicts.filter(({ code }) => code === 'delivery');
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

  test('a level asked of a table that overwrites', () => {
    const { told } = theConflict({ measureFields: ', behaviour: stock' });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue asks what Order was like in the past, but db.orders only knows how it is now: every change overwrites what was. Order team owns Orders.",
        "Do without Revenue.",
      ]
    `);
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
});
