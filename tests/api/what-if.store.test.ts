import { afterAll, beforeAll, expect, test } from 'vitest';
import { WhatIfAnswer } from '@/lib/api/what-if';
import { Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

const ask = async (body: unknown) => WhatIfAnswer.parse(await story.must(200, 'POST', '/what-if', { body }));

test('what if the orders came once a day: everybody it breaks, by name, and nobody is told', async () => {
  const before = await story.database.db.event.count();
  const answer = await ask({
    change: {
      schedules: [],
      builds: [{ product: 'src-orders', build: { mode: 'scheduled', everyMinutes: 1440, takesMinutes: 30 } }],
      promises: [{ product: 'src-orders', promises: { freshnessMinutes: 1440 } }],
    },
  });
  expect(answer.effects.map(({ consumer, breaks }) => [consumer.name, breaks])).toEqual([
    ['Retention', true],
    ['Category revenue', true],
  ]);
  expect(answer.missingMinutes).toBeGreaterThan(0);
  expect(answer.spending.map(({ product }) => product.name)).toContain('Order economics');
  expect(answer.room.every(({ minutes }) => minutes > 0)).toBe(true);
  expect(await story.database.db.event.count()).toBe(before);
});

test('what if a use case went: its asks are released, the other does not notice', async () => {
  const answer = await ask({ change: { schedules: [], drop: { consumers: ['cdp-category'] } } });
  expect(answer.effects.map(({ consumer, released }) => [consumer.key, released > 0])).toEqual([
    ['cdp-category', true],
  ]);
  expect(answer.untouched.map(({ key }) => key)).toEqual(['cdp-retention']);
});

test('only consumers can be asked about, and a change of no known shape, or in minutes that nobody could keep, is refused', async () => {
  const change = { schedules: [] };
  expect((await story.call('POST', '/what-if', { body: { change, consumers: ['src-orders'] } })).status).toBe(404);
  expect((await story.call('POST', '/what-if', { body: { change: { ...change, spells: [] } } })).status).toBe(422);
  for (const everyMinutes of [1e308, -5]) {
    const schedules = [{ product: 'agg-order-economics', everyMinutes, takesMinutes: 5 }];
    expect((await story.call('POST', '/what-if', { body: { change: { schedules } } })).status).toBe(422);
  }
});
