/** A consumer that counts the same under another definition. */
export const OTHER = `- key: cdp-other
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
/** One with the same definition under another name. */
export const SAME = OTHER.replace(`, filter: state <> 'canceled'`, '').replace(
  'key: revenue, label: Revenue',
  'key: turnover, label: Turnover',
);
/** A source of the same table. */
export const TWIN = `- key: src-orders-copy
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

/** The same rows of the source, made a second time. */
export const MADE_AGAIN = `- key: agg-again
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
