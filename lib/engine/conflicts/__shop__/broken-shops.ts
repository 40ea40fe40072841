import type { z } from 'zod';
import { ConflictCode } from '../../plan';
import { OTHER, TWIN } from './other-products';
import type { Shop } from './shop';

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
export const TellableCode = ConflictCode.exclude(['reconciliation']);

/** What breaks in the shop for each kind of conflict. A kind without a shop does not compile. */
export const BROKEN: Record<z.infer<typeof TellableCode>, Shop> = {
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
