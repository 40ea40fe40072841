import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { knownNumbers } from './known-numbers';
import { offeredTo } from './offered-to';
import { proposeStart, type StartAnswers } from './propose-start';
import { readWorkspace } from './read-workspace';

const read = readWorkspace(readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
if (!read.ok) throw new Error('the sample is no workspace');
const CASA_VERDE = { ...read.value, products: offeredTo(read.value, 'cdp-retention') };

function propose(answers: Partial<StartAnswers>) {
  const { proposals, nothing } = proposeStart(CASA_VERDE, { decision: '', numbers: [], ...answers });
  return { refs: proposals.map(({ hit }) => hit.ref), proposals, nothing };
}

test('every proposal is a record of the catalog, and says which words found it and where', () => {
  const { proposals } = propose({ decision: 'Which customers do we win back?', numbers: ['Review score'] });
  expect(proposals[0]).toMatchObject({
    for: 'Review score',
    from: 'number',
    hit: { ref: 'agg-customer-360.review.score', why: { text: expect.any(String) } },
  });
  for (const { hit } of proposals) {
    const model = CASA_VERDE.products.find(({ key }) => key === hit.product)?.model;
    expect(model?.records[hit.id]?.kind).toBe(hit.kind);
  }
});

test('a decision is looked through for what entities are called', () => {
  const { proposals } = propose({ decision: 'Which customers get a voucher after a late order?' });
  expect(proposals.map(({ hit, from }) => [hit.ref, from])).toEqual([
    ['agg-customer-360.customer', 'decision'],
    [expect.stringMatching(/\.order$/), 'decision'],
  ]);
});

test('words that are spread over a field and its entity find the field', () => {
  const { proposals } = propose({ numbers: ['Average review score'] });
  expect(proposals[0]).toMatchObject({ asked: 'review score', hit: { ref: 'agg-customer-360.review.score' } });
});

test('what is called by the words comes before what is only described with them', () => {
  const { proposals } = propose({ numbers: ['Number of orders'] });
  expect(proposals.map(({ hit }) => hit.why.in)).not.toContain('description');
  expect(proposals.map(({ hit }) => hit.entity)).toContain('order');
});

test('words that say how a number is made find nothing by themselves', () => {
  const { proposals } = propose({ numbers: ['Number of orders per month'] });
  expect(proposals[0]).toMatchObject({ asked: 'order', hit: { kind: 'entity', entity: 'order' } });
  expect(propose({ numbers: ['average rate per month'] })).toMatchObject({ refs: [] });
});

test('what nothing answers to is told, as it was said, and nothing is made up for it', () => {
  expect(propose({ numbers: ['Weather in Lisbon', ' ', 'Weather in Lisbon'] })).toMatchObject({
    refs: [],
    nothing: ['Weather in Lisbon'],
  });
});

test('a thing that several offer is proposed once, the nearest to the business first', () => {
  const { refs } = propose({ numbers: ['Customer'] });
  expect(refs.filter((ref) => ref.endsWith('.customer'))).toEqual(['agg-customer-360.customer']);
});

test('what others work out under a word comes before what is called like it, and says whose number it is', () => {
  const offered = offeredTo(read.value, 'new');
  const known = knownNumbers(read.value, offered, 'new');
  const first = (number: string) =>
    proposeStart({ ...read.value, products: offered }, { decision: '', numbers: [number] }, known).proposals[0];
  expect(first('Revenue per seller')).toMatchObject({
    asked: 'revenue',
    hit: { ref: 'agg-order-economics.item.price', why: { text: 'Item revenue of Retention' } },
  });
  expect(first('Average review score')?.hit.ref).toBe('agg-customer-360.review.score');
  expect(first('Late orders')?.hit.ref).toBe('agg-customer-360.order.is_late');
  expect(first('Average order value')?.hit.ref).toBe('agg-order-economics.item.price');
  expect(first('Orders per seller')?.hit.ref).toBe('agg-order-economics.item.seller_id');
});
