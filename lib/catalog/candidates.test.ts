import { expect, test } from 'vitest';
import { type CandidateReason, findCandidates } from './candidates';
import { describeCandidateReason } from './describe-candidate';
import { downstreamOf, inputProductsOf } from './downstream';
import { readWorkspace } from './read-workspace';
import type { WorkspaceSnapshot } from './snapshot';

const WORKSPACE = `
headwater: 1
workspace: { name: Small }
products:
  - key: src-shop
    model:
      entities:
        - key: order
          grain: [order_id]
          from: { entity: src-raw.order, as: r }
          attributes:
            - { key: order_id, type: string, role: identifier, expression: r.order_id }
            - { key: ordered_at, label: Order date, type: timestamp, role: time, expression: r.ordered_at }
            - { key: amount, type: decimal, role: number, unit: EUR, expression: r.amount, synonyms: [revenue, value] }
            - { key: amount_usd, type: decimal, role: number, unit: USD, expression: r.amount_usd, synonyms: [revenue] }
            - { key: note, type: string, synonyms: [revenue], expression: r.note }
            - { key: wish, type: decimal, synonyms: [revenue] }
  - key: src-raw
    model:
      entities:
        - key: order
          from: { entity: src-raw.dump, as: d }
          attributes: [ { key: order_id, type: string, expression: d.a } ]
        - { key: dump }
  - key: src-crm
    model:
      entities:
        - key: person
          synonyms: [customer]
          grain: [person_id]
          from: { entity: src-raw.dump, as: d }
          attributes:
            - { key: person_id, type: string, role: identifier, expression: d.a }
            - { key: revenue, type: decimal, role: number, expression: d.b }
  - key: src-draft
    status: draft
    model:
      entities: [ { key: order, from: { entity: src-raw.dump, as: d }, attributes: [ { key: amount, type: decimal, expression: d.a } ] } ]
  - key: cdp-mine
    model:
      entities:
        - { key: purchase, label: Orders, attributes: [ { key: order_id, type: string }, { key: ordered_at, type: timestamp } ] }
        - { key: customer, attributes: [ { key: nothing_alike, type: string } ] }
        - { key: spaceship, attributes: [ { key: warp, type: decimal } ] }
        - key: order
          from: { entity: src-shop.order, as: o }
          attributes:
            - { key: revenue, type: decimal, role: number, unit: EUR }
            - { key: order_key, type: string, role: identifier }
  - key: agg-mine-again
    model:
      entities: [ { key: order, from: { entity: cdp-mine.order, as: o }, attributes: [ { key: revenue, type: decimal, expression: o.revenue } ] } ]
`;
const read = readWorkspace(WORKSPACE);
if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
const SMALL: WorkspaceSnapshot = read.value;

function candidates(recordId: string) {
  return findCandidates(SMALL, { product: 'cdp-mine', recordId });
}
const describe = (reason: CandidateReason) =>
  describeCandidateReason(reason, (key) => (key === 'src-shop' ? 'Shop' : key));
const refs = (recordId: string) => candidates(recordId).map(({ ref }) => ref);

test('an attribute is found by what it is also called, in its unit, and where the entity already comes from', () => {
  const [best] = candidates('attribute:order.revenue');
  expect(best?.ref).toBe('src-shop.order.amount');
  expect(best?.reasons.map(describe)).toEqual([
    'called “revenue” as well',
    'is a decimal too',
    'in EUR too',
    'plays the same part',
    'comes with order, which you use already',
    'from Shop, which you use already',
  ]);
});

test('another unit speaks against a candidate and does not hide it', () => {
  const usd = candidates('attribute:order.revenue').find(({ ref }) => ref === 'src-shop.order.amount_usd');
  expect(usd?.reasons.map(describe)).toContain('but in USD, not in EUR');
  expect(refs('attribute:order.revenue').indexOf('src-shop.order.amount_usd')).toBeGreaterThan(0);
});

test('a type that would lose something, a wish of somebody else, a draft and what is made from the asker are no candidates', () => {
  const found = refs('attribute:order.revenue');
  expect(found).not.toContain('src-shop.order.note');
  expect(found).not.toContain('src-shop.order.wish');
  expect(found.filter((ref) => ref.startsWith('src-draft') || ref.startsWith('agg-mine-again'))).toEqual([]);
});

test('an entity is found by its name and by the fields it shares', () => {
  const [best] = candidates('entity:purchase');
  expect(best?.ref).toBe('src-shop.order');
  expect(best?.reasons.map(describe)).toEqual([
    'called “order” as well',
    'has 2 of your 2 fields: order_id, ordered_at',
    'from Shop, which you use already',
  ]);
  expect(refs('entity:customer')).toEqual(['src-crm.person']);
});

test('nothing in common is no candidate: nothing is invented', () => {
  expect(candidates('entity:spaceship')).toEqual([]);
  expect(candidates('attribute:spaceship.warp')).toEqual([]);
  expect(candidates('metric:none')).toEqual([]);
  expect(findCandidates(SMALL, { product: 'nobody', recordId: 'entity:order' })).toEqual([]);
});

test('a word that is in half of all names makes no two things alike', () => {
  expect(refs('attribute:order.order_key')).toEqual(['src-shop.order.order_id', 'src-raw.order.order_id']);
});

test('the same wish gives the same order, whatever order the products are in', () => {
  const reversed = { ...SMALL, products: [...SMALL.products].reverse() };
  for (const recordId of ['attribute:order.revenue', 'entity:purchase']) {
    expect(findCandidates(reversed, { product: 'cdp-mine', recordId })).toEqual(candidates(recordId));
  }
});

test('downstream is everything made from a product, at any distance, and itself', () => {
  expect([...downstreamOf(SMALL, 'src-shop')].sort()).toEqual(['agg-mine-again', 'cdp-mine', 'src-shop']);
  const shop = SMALL.products.find(({ key }) => key === 'src-shop');
  expect(shop && inputProductsOf(shop)).toEqual(['src-raw']);
});

test('what covers more of the need comes first of two that are as good', () => {
  const [best] = candidates('entity:purchase');
  expect(best?.coverage).toEqual({ covered: ['order_id', 'ordered_at'], of: 2 });
  const attribute = candidates('attribute:order.revenue').find(({ ref }) => ref === 'src-shop.order.amount');
  expect(attribute?.coverage).toEqual({ covered: ['revenue'], of: 2 });
  const twice = readWorkspace(`
headwater: 1
workspace: { name: Twice }
sources: [ { key: db, tables: [ { name: t, rows: 1, bytes: 1, columns: [ { name: a, type: string } ] } ] } ]
products:
  - key: src-a
    model: { entities: [ { key: box, from: { table: db.t, as: t }, attributes: [ { key: width, type: integer, expression: t.a } ] } ] }
  - key: agg-b
    model:
      entities:
        - key: box
          from: { table: db.t, as: t }
          attributes: [ { key: width, type: integer, expression: t.a }, { key: height, type: integer, expression: t.a } ]
  - key: agg-c
    model: { entities: [ { key: box, from: { table: db.t, as: t }, attributes: [ { key: width, type: integer, expression: t.a } ] } ] }
  - key: cdp-d
    model: { entities: [ { key: box, attributes: [ { key: width, type: integer }, { key: height, type: integer } ] } ] }
`);
  if (!twice.ok) throw new Error(JSON.stringify(twice.error));
  const found = findCandidates(twice.value, { product: 'cdp-d', recordId: 'attribute:box.width' });
  expect(found.map(({ ref, coverage }) => `${ref} ${coverage.covered.length} of ${coverage.of}`)).toEqual([
    'agg-b.box.width 2 of 2',
    'agg-c.box.width 1 of 2',
    'src-a.box.width 1 of 2',
  ]);
});
