import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { routes } from '@/lib/api/routes';
import { ApiProblem, Unreachable } from './api-problem';
import { addressOf, request } from './request';

const asked: Request[] = [];
let answer: () => Response;
beforeEach(() => {
  asked.length = 0;
  vi.stubGlobal('fetch', async (address: string, init: RequestInit) => {
    asked.push(new Request(new URL(address, 'http://127.0.0.1'), init));
    return answer();
  });
});
afterEach(() => vi.unstubAllGlobals());

test('names in an address are escaped, and what was not asked is left out', () => {
  expect(addressOf(routes.ask, { params: { key: 'a~b~c d/e' } })).toBe('/api/v1/asks/a~b~c%20d%2Fe');
  expect(addressOf(routes.products, { query: { q: 'a&b', limit: 5, owner: undefined } })).toBe(
    '/api/v1/products?q=a%26b&limit=5',
  );
});

test('a write says which version it knows and which intention it is', async () => {
  answer = () => new Response(null, { status: 204 });
  await request(routes.saveLayout, {
    params: { key: 'p' },
    body: { positions: {} },
    ifMatch: '"r3"',
    idempotencyKey: 'k',
  });
  const [sent] = asked;
  expect([sent?.method, sent?.headers.get('if-match'), sent?.headers.get('idempotency-key')]).toEqual([
    'PUT',
    '"r3"',
    'k',
  ]);
  expect(await sent?.json()).toEqual({ positions: {} });
});

test('a no is thrown with everything it said', async () => {
  const problem = {
    type: '/problems/stale',
    title: 'T',
    status: 412,
    detail: 'Bruno was first.',
    code: 'stale',
    revision: 7,
  };
  answer = () => Response.json(problem, { status: 412 });
  const thrown = await request(routes.me, {}).catch((cause: unknown) => cause);
  expect(thrown).toBeInstanceOf(ApiProblem);
  expect(thrown).toMatchObject({ code: 'stale', status: 412, message: 'Bruno was first.', problem });
});

test('a no that says nothing is a problem too', async () => {
  answer = () => new Response('<h1>Bad gateway</h1>', { status: 502 });
  await expect(request(routes.me, {})).rejects.toMatchObject({ code: 'internal', status: 502 });
});

test('no answer is told apart from a no', async () => {
  answer = () => {
    throw new TypeError('fetch failed');
  };
  await expect(request(routes.me, {})).rejects.toBeInstanceOf(Unreachable);
});

test('an answer that is not what the route says is never handed on', async () => {
  answer = () => Response.json({ person: 'ana' });
  await expect(request(routes.me, {})).rejects.toThrow();
});
