import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { drawFrom } from '../__resolver__/draw';
import { drawWorkspace } from '../__resolver__/draw-workspace';
import { type AggregateProposal, proposeAggregates } from './propose-aggregates';

/** Three consumers of orders: two look the customer up, one in its derivation and one along a relationship. */
function aWorkspace({ extra = '', filter = '' } = {}): WorkspaceSnapshot {
  const consumer = (key: string, fields: string) => `
  - key: ${key}
    model:
      entities:
        - key: order
          grain: [id]
          from: { entity: src-shop.order, as: o }
          attributes:
            - { key: id, type: string, role: identifier, expression: o.id }
            - { key: customer_id, type: string, role: identifier, expression: o.customer_id }
            - { key: at, type: timestamp, role: time, expression: o.at }
            - { key: amount, type: decimal, role: number, expression: o.amount }
        - key: customer
          grain: [id]
          from: { entity: src-crm.customer, as: c }
          attributes:
            - { key: id, type: string, role: identifier, expression: c.id }
            - { key: state, type: string, role: category, expression: c.state }
      relationships: [ { key: of, from: order.customer_id, to: customer.id, cardinality: many-to-one } ]
      measures: [ { key: revenue, entity: order, aggregation: sum, expression: amount } ]
      metrics: [ { key: revenue, kind: simple, measure: revenue, time: order.at, ${fields} } ]`;
  return read(`
headwater: 1
workspace: { name: Shared }
sources:
  - key: shop
    tables:
      - name: orders
        rows: 10
        bytes: 100
        key: [id]
        columns:
          - { name: id, type: string, bytes: 10 }
          - { name: customer_id, type: string, bytes: 20 }
          - { name: at, type: timestamp, bytes: 30 }
          - { name: amount, type: decimal, bytes: 40 }
      - { name: customers, rows: 5, bytes: 9, key: [id], columns: [ { name: id, type: string, bytes: 4 }, { name: state, type: string, bytes: 5 } ] }
products:
  - key: src-shop
    model:
      entities:
        - key: order
          grain: [id]
          from: { table: shop.orders, as: t }
          attributes:
            - { key: id, type: string, role: identifier, expression: t.id }
            - { key: customer_id, type: string, role: identifier, expression: t.customer_id }
            - { key: at, type: timestamp, role: time, expression: t.at }
            - { key: amount, type: decimal, role: number, expression: t.amount }
  - key: src-crm
    model:
      entities:
        - key: customer
          grain: [id]
          from: { table: shop.customers, as: t }
          attributes:
            - { key: id, type: string, role: identifier, expression: t.id }
            - { key: state, type: string, role: category, expression: t.state }
${consumer('cdp-a', 'slices: [customer.state]')}
${consumer('cdp-b', 'slices: [customer.state]')}
${consumer('cdp-alone', '')}
  - key: cdp-derived
    model:
      entities:
        - key: sale
          grain: [id]
          from: { entity: src-shop.order, as: x }
          joins: [ { entity: src-crm.customer, as: y, type: left, on: y.id = x.customer_id } ]
          ${filter}
          attributes:
            - { key: id, type: string, role: identifier, expression: x.id }
            - { key: day, type: timestamp, role: time, expression: x.at }
            - { key: region, type: string, role: category, expression: upper(y.state) }
      measures: [ { key: sales, entity: sale, aggregation: count } ]
      metrics: [ { key: sales, kind: simple, measure: sales, time: sale.day, slices: [sale.region] } ]
${extra}
`);
}
const ALL = ['cdp-a', 'cdp-alone', 'cdp-b', 'cdp-derived'];

test('what several consumers join alike is proposed once, in a derivation or along a relationship', () => {
  expect(proposed(aWorkspace(), ALL)).toEqual([
    {
      name: 'agg-order-customer',
      from: ['src-crm', 'src-shop'],
      entities: ['src-shop.order', 'src-crm.customer'],
      joins: [
        {
          ref: 'src-crm.customer',
          entity: 'src-crm.customer',
          type: 'left',
          on: '"src-crm.customer".id = "src-shop.order".customer_id',
        },
      ],
      attributes: [
        'src-crm.customer.id',
        'src-crm.customer.state',
        'src-shop.order.amount',
        'src-shop.order.at',
        'src-shop.order.customer_id',
        'src-shop.order.id',
      ],
      consumers: ['cdp-a', 'cdp-b', 'cdp-derived'],
      extend: null,
      saves: { runs: 2, bytesScanned: 2 * (100 + 9) },
      why: '3 consumers read src-shop.order with src-crm.customer alike.',
    },
  ]);
});

test('one consumer alone shares nothing, and other rows are not the same', () => {
  expect(proposed(aWorkspace(), ['cdp-a', 'cdp-alone'])).toEqual([]);
  const filtered = aWorkspace({ filter: 'where: x.amount > 0' });
  expect(proposed(filtered, ALL).map(({ consumers }) => consumers)).toEqual([['cdp-a', 'cdp-b']]);
  expect(proposed(filtered, ['cdp-a', 'cdp-derived'])).toEqual([]);
});

const OFFER = (attributes: string) => `
  - key: agg-sales
    model:
      entities:
        - key: sale
          grain: [id]
          from: { entity: src-shop.order, as: o }
          joins: [ { entity: src-crm.customer, as: c, type: left, on: o.customer_id = c.id } ]
          attributes: [ { key: id, type: string, role: identifier, expression: o.id }${attributes} ]`;

test('what a product offers already is not proposed, and one that only lacks fields is to be extended', () => {
  const full =
    OFFER(`, { key: customer_id, type: string, expression: o.customer_id }, { key: at, type: timestamp, expression: o.at },
            { key: amount, type: decimal, expression: o.amount }, { key: customer, type: string, expression: c.id }, { key: state, type: string, expression: c.state }`);
  expect(proposed(aWorkspace({ extra: full }), ALL)).toEqual([]);
  expect(proposed(aWorkspace({ extra: OFFER('') }), ALL).map(({ extend }) => extend)).toEqual(['agg-sales.sale']);
});

const ROLES = (key: string, slices: string) => `
  - key: ${key}
    model:
      entities:
        - key: order
          grain: [id]
          from: { entity: src-shop.order, as: o }
          attributes:
            - { key: id, type: string, role: identifier, expression: o.id }
            - { key: customer_id, type: string, role: identifier, expression: o.customer_id }
            - { key: at, type: timestamp, role: time, expression: o.at }
        - key: customer
          grain: [id]
          from: { entity: src-crm.customer, as: c }
          attributes:
            - { key: id, type: string, role: identifier, expression: c.id }
            - { key: state, type: string, role: category, expression: c.state }
      relationships:
        - { key: pays, role: payer, from: order.id, to: customer.id, cardinality: many-to-one }
        - { key: buys, role: buyer, from: order.customer_id, to: customer.id, cardinality: many-to-one }
      measures: [ { key: n, entity: order, aggregation: count } ]
      metrics: [ { key: n, kind: simple, measure: n, time: order.at, slices: [${slices}] } ]`;

/** The payer before the buyer, as nobody else writes it. */
const BOTH = (more: string) => `
  - key: agg-sales
    model:
      entities:
        - key: sale
          grain: [id]
          from: { entity: src-shop.order, as: o }
          joins:
            - { entity: src-crm.customer, as: p, type: left, on: o.id = p.id }
            - { entity: src-crm.customer, as: b, type: left, on: b.id = o.customer_id }
          attributes:
            - { key: id, type: string, role: identifier, expression: o.id }
            - { key: customer_id, type: string, expression: o.customer_id }
            - { key: at, type: timestamp, role: time, expression: o.at }
            - { key: payer, type: string, expression: p.id }
            - { key: buyer, type: string, expression: b.id }
            - { key: payer_state, type: string, expression: p.state }${more}`;
const BUYER_STATE = `
            - { key: buyer_state, type: string, expression: b.state }`;

test('who looks something up in two roles shares both, each with whoever has that one', () => {
  const both = ROLES('cdp-x', 'buyer.state, payer.state') + ROLES('cdp-y', 'payer.state, buyer.state');
  const ons = (snapshot: WorkspaceSnapshot, consumers: string[]) =>
    proposed(snapshot, consumers).map(({ joins, extend }) => [joins.map(({ on }) => on), extend]);
  const [buys, pays] = [
    '"src-crm.customer".id = "src-shop.order".customer_id',
    '"src-crm.customer".id = "src-shop.order".id',
  ];
  expect(ons(aWorkspace({ extra: both }), ['cdp-x', 'cdp-y'])).toEqual([[[buys, pays], null]]);
  expect(ons(aWorkspace({ extra: both }), ['cdp-a', 'cdp-x'])).toEqual([[[buys], null]]);
  expect(ons(aWorkspace({ extra: both + ROLES('cdp-z', 'payer.state') }), ['cdp-x', 'cdp-z'])).toEqual([
    [[pays], null],
  ]);
  expect(ons(aWorkspace({ extra: both + BOTH('') }), ['cdp-x', 'cdp-y'])).toEqual([[[buys, pays], 'agg-sales.sale']]);
  expect(ons(aWorkspace({ extra: both + BOTH(BUYER_STATE) }), ['cdp-x', 'cdp-y'])).toEqual([]);
});

test('a name that is taken is not given twice', () => {
  const taken = aWorkspace({ extra: '  - { key: agg-order-customer, model: {} }' });
  expect(proposed(taken, ALL).map(({ name }) => name)).toEqual(['agg-order-customer-2']);
});

test('Casa Verde’s consumers share nothing that an aggregate does not already make', () => {
  const sample = read(readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  expect(proposed(sample, ['cdp-retention', 'cdp-category'])).toEqual([]);
});

test('on random workspaces: at least two consumers each, in any order the same', { timeout: 60_000 }, () => {
  const tape = fc.array(fc.nat(0xffff), { minLength: 1500, maxLength: 1500 });
  let proposals = 0;
  fc.assert(
    fc.property(tape, (choices) => {
      const drawn = readWorkspace(JSON.stringify(drawWorkspace(drawFrom(choices))), { format: 'json' });
      if (!drawn.ok) return;
      const consumers = drawn.value.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
      const found = proposed(drawn.value, consumers);
      proposals += found.length;
      expect(proposed(drawn.value, [...consumers].reverse())).toEqual(found);
      expect(new Set(found.map(({ name }) => name)).size).toBe(found.length);
      for (const { consumers: sharing, entities, attributes, saves } of found) {
        expect(sharing.length).toBeGreaterThan(1);
        expect(saves.runs).toBe(sharing.length - 1);
        expect(attributes.every((attribute) => entities.some((entity) => attribute.startsWith(`${entity}.`)))).toBe(
          true,
        );
      }
    }),
    { numRuns: 150 },
  );
  expect(proposals).toBeGreaterThan(0);
});

function proposed(snapshot: WorkspaceSnapshot, consumers: readonly string[]): AggregateProposal[] {
  const proposals = proposeAggregates(snapshot, consumers);
  if (!proposals.ok) throw new Error(JSON.stringify(proposals.error));
  return proposals.value;
}

function read(text: string): WorkspaceSnapshot {
  const found = readWorkspace(text);
  if (!found.ok) throw new Error(found.error.map(({ line, words }) => `${line}: ${words}`).join('\n'));
  return found.value;
}
