import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { AskPage } from '@/lib/api/asks';
import { Draft, DraftSaved } from '@/lib/api/draft';
import { Events } from '@/lib/api/events';
import { Inbox } from '@/lib/api/inbox';
import { Preview } from '@/lib/api/preview';
import { Problem } from '@/lib/api/problem';
import { ProductPage } from '@/lib/api/product-page';
import { Sent } from '@/lib/api/send';
import type { ModelRecord } from '@/lib/model/records';
import { Story } from './story';

let story: Story;
beforeAll(async () => {
  story = await Story.begin();
});
afterAll(() => story.end());

const RETENTION = '/products/cdp-retention';

async function read<T>(schema: z.ZodType<T>, address: string, as?: string): Promise<T> {
  const { status, body } = await story.call('GET', address, as === undefined ? {} : { as });
  expect([address, status, status === 200 ? null : body]).toEqual([address, 200, null]);
  return schema.parse(body);
}

test('whoever comes without a session is Ana, in the Casa Verde workspace', async () => {
  const { status, body } = await story.call('GET', '/me');
  expect(status).toBe(200);
  expect(body).toMatchObject({ person: { key: 'ana', role: 'analyst' }, demo: true, workspace: { name: 'Casa Verde' } });
});

test('a visitor may be anyone of the story', async () => {
  expect((await story.call('GET', '/me', { as: 'carla' })).body).toMatchObject({ person: { name: 'Carla Mendes' } });
  const { status, body } = await story.call('PUT', '/demo/session', { body: { person: 'nobody' } });
  expect([status, Problem.parse(body).code]).toEqual([404, 'not-found']);
});

test('the story begins with everything sent and everything covered', async () => {
  const preview = Preview.parse((await story.call('POST', `${RETENTION}/preview`, { body: {} })).body);
  expect(preview.summary.totals).toMatchObject({ needsMore: 0, nobody: 0 });
  expect(Math.round(preview.summary.bytes.share * 100)).toBe(33);
  expect(Object.fromEntries(Object.entries(preview.comparison).map(([change, lines]) => [change, lines.length]))).toEqual({
    added: 0,
    tightened: 0,
    relaxed: 0,
    withdrawn: 0,
    unchanged: preview.plan.requirements.length,
  });
  expect(preview.asks.every((ask) => ask.covered)).toBe(true);
});

test.each([
  '/people',
  '/products?alignment=source&limit=3',
  '/products/src-orders',
  '/products/agg-customer-360',
  '/products/cdp-retention',
  '/products/cdp-retention/versions',
  '/lineage',
  '/what-exists?product=cdp-retention&q=customer',
  '/sources',
  '/events?limit=500',
  '/inbox',
  '/health',
  '/openapi.json',
])('%s answers what it says it does', async (address) => {
  const { status, body, headers } = await story.call('GET', address, { as: 'carla' });
  expect([status, status === 200 ? null : body]).toEqual([200, null]);
  expect(headers.get('cache-control')).toBe('private, no-store');
});

test('a page at a time leaves no product out and shows none twice', async () => {
  const keys: string[] = [];
  for (let cursor = ''; ; ) {
    const page = await read(
      z.object({ products: z.array(z.object({ key: z.string() })), nextCursor: z.string().nullable() }),
      `/products?limit=2${cursor}`,
    );
    keys.push(...page.products.map((product) => product.key));
    if (page.nextCursor === null) break;
    cursor = `&cursor=${page.nextCursor}`;
  }
  expect(keys.length).toBe(11);
  expect(new Set(keys).size).toBe(11);
});
