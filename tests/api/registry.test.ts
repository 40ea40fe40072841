import { expect, test } from 'vitest';
import { routes } from '@/lib/api/routes';
import { ROUTE_FILES } from './route-files';

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'HEAD', 'OPTIONS'];

test('the route files are the registry: nothing answers that is not listed, nothing is listed that does not answer', {
  timeout: 60_000,
}, async () => {
  const listed = Object.values(routes)
    .map((route) => `${route.method} ${route.path}`)
    .sort();
  const served = [];
  for (const file of ROUTE_FILES) {
    const exported = Object.keys(await file.load());
    expect(exported.filter((name) => !METHODS.includes(name))).toEqual([]);
    served.push(...exported.map((method) => `${method} ${file.path}`));
  }
  expect(served.sort()).toEqual(listed);
});

test('whatever writes is a method that writes, and a route that creates takes a key', () => {
  for (const route of Object.values(routes)) {
    const isRead = /\.(?:read|export)$/.test(route.action) || route.action === 'plan.preview';
    expect([route.path, route.method === 'GET' || route.action === 'plan.preview']).toEqual([route.path, isRead]);
    if (route.status === 201) expect(route.idempotencyKey).toBe('required');
  }
});
