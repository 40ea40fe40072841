import { z } from 'zod';
import { Problem } from './problem';
import { isNothing, type Route } from './route';

type Json = Record<string, unknown>;

/** The OpenAPI 3.1 description of a registry, made of the very schemas that check requests and answers. */
export function describeApi(registry: Readonly<Record<string, Route>>): Json {
  const paths: Record<string, Json> = {};
  for (const [name, route] of Object.entries(registry)) {
    paths[route.path] = { ...paths[route.path], [route.method.toLowerCase()]: describeOperation(name, route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Headwater',
      version: '1',
      description: 'What data products need of each other. Errors are problem details (RFC 9457).',
    },
    servers: [{ url: '/api/v1' }],
    paths,
    components: { schemas: { Problem: schemaOf(Problem, 'output') } },
  };
}

function describeOperation(name: string, route: Route): Json {
  const body = isNothing(route.request)
    ? {}
    : {
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.request, 'input') } } },
      };
  return {
    operationId: name,
    summary: route.summary,
    parameters: [...inPlace(route.params, 'path'), ...inPlace(route.query, 'query'), ...headersOf(route)],
    ...body,
    responses: {
      [route.status]: describeAnswer(route),
      default: {
        description: 'A problem',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

const MEDIA_TYPE = { yaml: 'application/yaml', markdown: 'text/markdown', events: 'text/event-stream' } as const;

function describeAnswer(route: Route): Json {
  const headers = route.etag ? { headers: { ETag: { schema: { type: 'string' } } } } : {};
  if (route.status === 204) return { description: 'Done', ...headers };
  const content =
    route.answers === 'json'
      ? { 'application/json': { schema: schemaOf(route.response, 'output') } }
      : { [MEDIA_TYPE[route.answers]]: { schema: { type: 'string' } } };
  return { description: 'As asked', ...headers, content };
}

function inPlace(schema: z.ZodType, where: 'path' | 'query'): Json[] {
  if (!(schema instanceof z.ZodObject)) return [];
  return Object.entries(schema.shape).map(([name, part]) => ({
    name,
    in: where,
    required: where === 'path' || !(part instanceof z.ZodOptional),
    schema: part instanceof z.ZodType ? schemaOf(part, 'input') : {},
  }));
}

function headersOf({ ifMatch, idempotencyKey }: Route): Json[] {
  const header = (name: string, required: boolean) => ({ name, in: 'header', required, schema: { type: 'string' } });
  return [
    ...(ifMatch ? [header('If-Match', true)] : []),
    ...(idempotencyKey === 'none' ? [] : [header('Idempotency-Key', idempotencyKey === 'required')]),
  ];
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _, ...json } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return json;
}
