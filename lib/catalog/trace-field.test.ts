import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from './read-workspace';
import { traceField } from './trace-field';

const read = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'));
if (!read.ok) throw new Error(read.error.map(({ words }) => words).join('\n'));
const story = read.value;
const trace = (product: string, field: string) => traceField(story, { product, field });
const placesOf = (found: ReturnType<typeof trace>) => found?.fields.map(({ product, field }) => `${product}:${field}`);

test('a field leads to the column it is read from, through every product on the way, and to nothing beside it', () => {
  const found = trace('cdp-retention', 'review.score');
  expect(placesOf(found)).toEqual([
    'cdp-retention:review.score',
    'agg-customer-360:review.score',
    'src-reviews:review.score',
  ]);
  expect(found?.edges).toEqual([
    { from: 'agg-customer-360', to: 'cdp-retention' },
    { from: 'src-reviews', to: 'agg-customer-360' },
  ]);
  expect(found?.columns).toEqual(['voice.order_reviews.review_score']);
});

test('a field of a source leads to every field made from it, and to the numbers that stand on those', () => {
  const found = trace('src-orders', 'order_item.price');
  expect(new Set(found?.fields.map(({ product }) => product))).toEqual(
    new Set(['src-orders', 'agg-order-economics', 'cdp-category', 'cdp-retention']),
  );
  expect(found?.columns).toEqual(['shop.order_items.price']);
  expect(found?.metrics.map(({ product, label }) => `${product}: ${label}`)).toContain(
    'cdp-category: Category revenue',
  );
});

test('a field nobody has leads nowhere', () => {
  expect(trace('src-orders', 'order.nothing')).toBeNull();
  expect(trace('src-nowhere', 'order.order_id')).toBeNull();
});
