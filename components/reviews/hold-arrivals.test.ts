import { expect, test } from 'vitest';
import type { AskSummary } from '@/lib/api/ask';
import type { Mention } from '@/lib/api/comments';
import { holdArrivals, whatWaits } from './hold-arrivals';

const product = { key: 'agg', name: 'Agg', alignment: 'aggregate', owner: null } as const;
const ask = (key: string): AskSummary => ({
  key,
  consumer: { key: 'cdp', name: 'Cdp', owner: null },
  product,
  entity: null,
  title: key,
  team: null,
  state: 'open',
  covered: false,
  lines: 1,
  open: 1,
  version: 1,
  actions: [],
  toAnswer: 0,
  isDue: false,
  since: '2026-01-01T12:00:00Z',
  askedBy: null,
  latest: 0,
  isNew: false,
});
const mention = (comment: string): Mention => ({
  comment,
  thread: comment,
  on: 'product',
  product: 'agg',
  about: 'Agg',
  words: 'Hello',
  by: null,
  at: '2026-01-01T12:00:00Z',
  seq: 1,
  isNew: false,
});
const inbox = (open: string[], mentions: string[] = [], answers: string[] = []) => ({
  open: open.length === 0 ? [] : [{ product, asks: open.map(ask) }],
  waiting: [],
  decided: [],
  covered: [],
  answers: answers.map(ask),
  delegated: [],
  mentions: mentions.map(mention),
});
const known = (...names: Parameters<typeof inbox>) => new Set(whatWaits(inbox(...names)));

test('what arrives is counted and held back until it is asked for', () => {
  const { shown, arrived } = holdArrivals(inbox(['b', 'a'], ['m']), known(['a']), null);
  expect([whatWaits(shown), arrived]).toEqual([['open a'], 2]);
});

test('what leaves is gone at once', () => {
  const { shown, arrived } = holdArrivals(inbox(['a']), known(['a', 'b'], ['m']), null);
  expect([whatWaits(shown), arrived]).toEqual([['open a'], 0]);
});

test('an ask that comes back for an answer is an arrival, although it was here before', () => {
  expect(holdArrivals(inbox(['a'], [], ['b']), known(['a', 'b']), null).arrived).toBe(1);
});

test('what the reader has open is never held back', () => {
  const { shown, arrived } = holdArrivals(inbox(['b', 'a']), known(['a']), 'b');
  expect([whatWaits(shown), arrived]).toEqual([['open b', 'open a'], 0]);
});

test('an empty list shows what arrives: nothing can slide away in it', () => {
  expect(whatWaits(holdArrivals(inbox(['a']), new Set(), null).shown)).toEqual(['open a']);
});
