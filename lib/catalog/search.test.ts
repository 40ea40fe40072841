import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from './read-workspace';
import { describeSearchReason, searchCatalog } from './search';

const read = readWorkspace(readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
if (!read.ok) throw new Error('the sample is no workspace');
const CASA_VERDE = read.value;

function found(query: string): string[] {
  return searchCatalog(CASA_VERDE, query).map(({ ref }) => ref);
}

test('a business word finds what is called that, whatever the column is called', () => {
  expect(found('order date')).toContain('src-orders.order.purchased_at');
  expect(found('zip code')[0]).toMatch(/zip_prefix$/);
  expect(found('satisfaction')[0]).toBe('agg-customer-360.review.score');
});

test('a label that is the words comes before a name that only begins with them', () => {
  const [first, ...others] = searchCatalog(CASA_VERDE, 'Customer');
  expect(first).toMatchObject({ ref: 'agg-customer-360.customer', kind: 'entity', why: { in: 'label', how: 'same' } });
  expect(others.map(({ ref }) => ref)).toContain('src-customers.customer.customer_id');
});

test('what is called by the words comes before what is only described with them', () => {
  const hits = searchCatalog(CASA_VERDE, 'freight');
  const places = hits.map(({ why }) => why.in);
  expect(places.lastIndexOf('label')).toBeLessThan(places.indexOf('description'));
});

test('metrics are found by what they mean, and say why', () => {
  const hit = searchCatalog(CASA_VERDE, 'ordered again').find(({ kind }) => kind === 'metric');
  expect(hit).toMatchObject({
    ref: 'cdp-retention.repeat_rate',
    entity: null,
    name: 'repeat_rate',
    label: 'Repeat rate',
  });
  expect(hit && describeSearchReason(hit.why)).toBe(
    'described as “Of the people who first ordered then, the share who ordered again.”',
  );
});

test('the entity places an attribute: the state of the customer and not the one of the seller', () => {
  expect(found('customer state')[0]).toBe('agg-customer-360.customer.state');
  expect(found('seller state')[0]).toBe('src-sellers.seller.state');
});

test('accents, case, plurals and half-typed words still find', () => {
  for (const query of ['SELLERS', 'séller', 'sell', 'seller_']) {
    expect(found(query)).toContain('src-sellers.seller');
  }
});

test('every word has to be found', () => {
  expect(found('customer spaceship')).toEqual([]);
  expect(found('')).toEqual([]);
  expect(found(' _- ')).toEqual([]);
});

test('the same question gives the same order, and each hit once', () => {
  for (const query of ['order', 'state', 'c']) {
    const refs = searchCatalog(CASA_VERDE, query).map(({ kind, ref }) => `${kind} ${ref}`);
    expect(searchCatalog(structuredClone(CASA_VERDE), query).map(({ kind, ref }) => `${kind} ${ref}`)).toEqual(refs);
    expect(new Set(refs).size).toBe(refs.length);
  }
});
