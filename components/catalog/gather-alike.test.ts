import { expect, test } from 'vitest';
import type { Event } from '@/lib/api/events';
import { gatherAlike } from './gather-alike';

const anEvent = (seq: number, over: Partial<Event> = {}): Event => ({
  seq,
  kind: 'ask-covered',
  at: '2026-11-23T09:00:00Z',
  by: { key: 'ana', name: 'Ana' },
  subject: { product: 'src-orders', consumer: 'cdp-retention', ask: `ask ${seq}` },
  words: `covered ${seq}`,
  ...over,
});

test('what one push found promised already is one line, and everything else stands alone', () => {
  const other = { product: 'src-orders', consumer: 'cdp-category' };
  const events = [
    anEvent(9),
    anEvent(8),
    anEvent(7, { subject: other }),
    anEvent(6, { kind: 'ask-accepted' }),
    anEvent(5, { kind: 'ask-accepted' }),
    anEvent(4, { at: '2026-11-22T09:00:00Z' }),
  ];
  const gathered = gatherAlike(events);
  expect(gathered.map(({ event, alike }) => [event.seq, alike.length])).toEqual([
    [9, 1],
    [7, 0],
    [6, 0],
    [5, 0],
    [4, 0],
  ]);
  expect(gathered.flatMap(({ event, alike }) => [event, ...alike])).toEqual(events);
});
