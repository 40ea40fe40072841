import { expect, test } from 'vitest';
import { z } from 'zod';
import { describeApi } from './openapi';
import { Nothing, route } from './route';
import { routes } from './routes';

const Operation = z.object({
  operationId: z.string(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), required: z.boolean() })),
  requestBody: z.unknown().optional(),
  responses: z.record(z.string(), z.unknown()),
});
const Document = z.object({
  openapi: z.literal('3.1.0'),
  paths: z.record(z.string(), z.record(z.string(), Operation)),
});

test('every route of the registry is described, and nothing else', () => {
  const { paths } = Document.parse(describeApi(routes));
  const described = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId }]) => `${operationId}: ${method.toUpperCase()} ${path}`),
  );
  const listed = Object.entries(routes).map(([name, { method, path }]) => `${name}: ${method} ${path}`);
  expect(described.sort()).toEqual(listed.sort());
});

test('what a route asks for is said: parameters, versions, keys', () => {
  const { paths } = Document.parse(describeApi(routes));
  expect(paths['/asks/{key}/decision']?.post?.parameters).toEqual([
    expect.objectContaining({ name: 'key', in: 'path', required: true }),
    expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
    expect.objectContaining({ name: 'Idempotency-Key', in: 'header', required: true }),
  ]);
  expect(paths['/products']?.get?.parameters.map(({ name, required }) => [name, required])).toEqual([
    ['q', false],
    ['alignment', false],
    ['domain', false],
    ['owner', false],
    ['cursor', false],
    ['limit', false],
  ]);
});

test('the description is plain JSON', () => {
  const document = describeApi(routes);
  expect(JSON.parse(JSON.stringify(document))).toEqual(document);
});

test('a route that takes and answers nothing says so', () => {
  const one = route({ method: 'PUT', path: '/x', action: 'draft.save', summary: 'X', status: 204 });
  expect(one.request).toBe(Nothing);
  const operation = Document.parse(describeApi({ one })).paths['/x']?.put;
  expect(operation?.requestBody).toBeUndefined();
  expect(Object.keys(operation?.responses ?? {})).toEqual(['204', 'default']);
});
