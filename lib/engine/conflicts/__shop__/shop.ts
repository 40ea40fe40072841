import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';

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
/** What of it is otherwise than it should be. */
export type Shop = Partial<typeof SHOP>;

export function shop(given: Shop): WorkspaceSnapshot {
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
