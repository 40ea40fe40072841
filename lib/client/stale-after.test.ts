import { expect, test } from 'vitest';
import { type Event, EventKind } from '@/lib/api/events';
import { staleAfter } from './stale-after';

const event = (kind: EventKind, subject: Event['subject'] = {}): Event => ({
  seq: 1,
  kind,
  at: '2026-01-01T12:00:00Z',
  by: null,
  subject,
  words: 'Something happened.',
});
const stale = (kind: EventKind, subject?: Event['subject']) =>
  staleAfter(event(kind, subject)).map((key) => key.join('/'));

test('a save of a draft makes no list stale: whoever has it open follows it', () => {
  expect(stale('draft-saved', { product: 'cdp-retention' })).toEqual([]);
});

test.each(EventKind.options.filter((kind) => kind !== 'draft-saved'))('%s is told at home', (kind) => {
  expect(stale(kind)).toContain('home');
});

test('a decision makes its ask stale and no other', () => {
  expect(stale('ask-accepted', { ask: 'a~b', product: 'b', consumer: 'a' })).toEqual(
    expect.arrayContaining(['inbox', 'asks/a~b', 'products', 'lineage']),
  );
  expect(stale('ask-accepted', { ask: 'a~b' })).not.toContain('asks');
});

test('a comment makes what is said stale, and the pages whose history tells of it', () => {
  expect(stale('comment-added', { product: 'b', consumer: 'a' })).toEqual([
    'home',
    'comments',
    'inbox',
    'products/page/b',
    'products/page/a',
  ]);
});

test('a model that goes upstream changes what is planned, asked and offered', () => {
  for (const kind of ['version-published', 'pushed-upstream', 'product-changed'] as const)
    expect(stale(kind)).toEqual(
      expect.arrayContaining(['preview', 'asks', 'inbox', 'products', 'lineage', 'what-exists']),
    );
});
