import { describe, expect, test } from 'vitest';
import { TWIN } from './__shop__/other-products';
import { planShop } from './__shop__/plan-shop';
import { type Shop, shop } from './__shop__/shop';
import { theConflict } from './__shop__/the-conflict';

describe('the values are others than are needed', () => {
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
      planShop(shop(given)).conflicts.flatMap(({ code, words, repairs }) =>
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

  test('values that are ruled out are told with the values that are there, and with who says what', () => {
    const words = (given: Shop) =>
      planShop(shop(given)).conflicts.flatMap(({ code, words: said }) => (code === 'validity' ? [said] : []));
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
});
