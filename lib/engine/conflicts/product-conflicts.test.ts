import { describe, expect, test } from 'vitest';
import { MADE_AGAIN, OTHER, SAME, TWIN } from './__shop__/other-products';
import { planShop } from './__shop__/plan-shop';
import { shop } from './__shop__/shop';
import { theConflict } from './__shop__/the-conflict';

describe('it is offered by nobody, or by two, or means something else', () => {
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

  test('one name for two definitions, and nobody can tell', () => {
    const { told } = theConflict({ products: OTHER.replace('expression: x.amount }', '}') });
    expect(told).toMatchInlineSnapshot(`
      [
        "Revenue in Sales board is the sum of amount over Orders, by ordered at; in Board pack it is the sum of value over Sales where state is not canceled, by day. Whether they are the same cannot be told. Numbers team owns Board pack.",
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

  test('the same rows made twice, word for word', () => {
    const { told } = theConflict({ aggregateJoin: 'where: s.amount > 0', products: MADE_AGAIN });
    expect(told).toMatchInlineSnapshot(`
      [
        "Order in Order facts and Sale in Facts again are the same thing twice: one row per Order id made of Order in Orders, 5 columns in common (83 %). Numbers team owns Order facts. Finance owns Facts again.",
        "Facts again reads it from Order facts instead of making it again.",
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
    const { conflicts } = planShop(shop({ products: TWIN, status: 'o.id' }));
    const twice = conflicts.find(({ code }) => code === 'duplicate-product');
    expect(twice?.words).toContain('the same thing twice: one row per Order id of db.orders');
  });
});
