import { describe, expect, test } from 'vitest';
import { BROKEN } from './__shop__/broken-shops';
import { codesOf } from './__shop__/codes-of';
import { planShop } from './__shop__/plan-shop';
import { shop } from './__shop__/shop';
import { theConflict } from './__shop__/the-conflict';

describe('the rows are others than are needed', () => {
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
        "Revenue needs rows where status is canceled, but Order in Orders keeps only rows where status is delivered. None of the rows it needs are there. Order team owns Orders.",
        "Order in Orders keeps all rows, whatever status is.",
        "Do without Revenue.",
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

  test('one of each here, many there', () => {
    const snapshot = shop(BROKEN.cardinality);
    const conflict = planShop(snapshot).conflicts.find(({ code }) => code === 'cardinality');
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
});
