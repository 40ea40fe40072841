/** Small files for tests: what every file begins with, and a few lines models are made of. */
export const HEAD = 'headwater: 1\nworkspace: { name: W }\n';

/** A product with one model; its lines stand from line 4 of the body on, six columns in. */
export function model(...lines: string[]): string {
  return ['products:', '  - key: cdp-a', '    model:', ...lines.map((line) => `      ${line}`)].join('\n');
}

export const ORDER =
  'entities: [ { key: order, attributes: [ { key: id, type: string }, { key: at, type: date } ] }, { key: customer } ]';
export const MEASURES = 'measures: [ { key: n, entity: order, aggregation: count } ]';
export const METRICS = 'metrics: [ { key: a, kind: simple, measure: n }, { key: b, kind: simple, measure: n } ]';
