import fc from 'fast-check';
import { expect, test } from 'vitest';
import { askKey, readAskKey } from './ask-key';
import { type AskLine, askStateOf, groupAsks, titleOfAsk } from './asks';
import type { RequirementState } from './state';

const FOR_ENGINEERS = { freshnessMinutes: 650, vocabulary: 'field' } as const;

function line(given: Partial<AskLine>): AskLine {
  return { product: 'src-orders', target: 'order.status', kind: 'attribute', value: null, state: 'covered', ...given };
}

test('one ask per upstream entity, and one for what is asked of the product as a whole', () => {
  const asks = groupAsks('cdp-retention', [
    line({ target: 'order', kind: 'entity' }),
    line({ target: 'order.status' }),
    line({ target: null, kind: 'freshness', value: 650 }),
    line({ product: 'agg-customer-360', target: 'customer.state' }),
  ]);
  expect(asks.map((ask) => [ask.key, ask.lines.length])).toEqual([
    ['cdp-retention~agg-customer-360~customer', 1],
    ['cdp-retention~src-orders', 1],
    ['cdp-retention~src-orders~order', 2],
  ]);
});

test('an ask says what it is about in one line', () => {
  const lines = [
    line({ target: 'order', kind: 'entity' }),
    line({}),
    line({ target: 'order.order_id' }),
    line({ target: 'order.order_id', kind: 'uniqueness' }),
    line({ target: 'order.gone', state: 'withdrawn' }),
  ];
  expect(titleOfAsk('Order', lines, FOR_ENGINEERS)).toBe('Order: 2 columns, 1 check, at most 10 h 50 old');
  expect(titleOfAsk('Order', lines, { ...FOR_ENGINEERS, vocabulary: 'plain' })).toContain('2 fields, 1 check');
  expect(titleOfAsk('Order', [line({ state: 'withdrawn' })], FOR_ENGINEERS)).toBe('Order: no longer needed');
});

test('of the product as a whole it names the promises', () => {
  const lines = [
    line({ target: null, kind: 'freshness', value: 650 }),
    line({ target: null, kind: 'availability', value: 0.998 }),
  ];
  expect(titleOfAsk('Orders', lines, FOR_ENGINEERS)).toBe('Orders: at most 10 h 50 old, available 99.8 %');
});

test.each<[RequirementState[], string]>([
  [['covered', 'covered'], 'covered'],
  [['covered', 'proposed', 'accepted'], 'open'],
  [['covered', 'countered', 'proposed'], 'open'],
  [['countered', 'accepted', 'deferred'], 'answering'],
  [['needs-information'], 'answering'],
  [['deferred', 'accepted'], 'deferred'],
  [['covered', 'accepted', 'withdrawn'], 'accepted'],
  [['declined', 'accepted'], 'partly'],
  [['declined', 'covered'], 'declined'],
  [['withdrawn'], 'withdrawn'],
])('%j stands as %s', (states, wanted) => {
  expect(askStateOf(states)).toBe(wanted);
});

test('an ask is found again by its key, whatever its entity is called', () => {
  const key = fc.stringMatching(/^[A-Za-z0-9_][A-Za-z0-9_-]{0,20}$/);
  const entity = fc.option(fc.string({ minLength: 1 }));
  fc.assert(
    fc.property(key, key, entity, (consumer, product, name) => {
      expect(readAskKey(askKey({ consumer, product, entity: name }))).toEqual({ consumer, product, entity: name });
    }),
  );
  for (const stray of ['', 'a', '~b', 'a~b~']) expect(readAskKey(stray)).toBeNull();
});
