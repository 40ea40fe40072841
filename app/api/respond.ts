import { setImmediate } from 'node:timers/promises';
import type { Problem } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';
import { isLong, jsonSlices } from './json-slices';

/**
 * What a route answers: its body, and the version it is of. A kept body is the same object again as long as it says the
 * same, and is written once.
 */
export type Answer<Body> = { body: Body; tag?: string; isKept?: boolean };

const PRIVATE = { 'Cache-Control': 'private, no-store', Vary: 'Cookie', 'X-Content-Type-Options': 'nosniff' };

/** In development and in tests an answer must be what its route says; in production that has been tested. */
export function respond(
  route: Route,
  { body, tag, isKept = false }: Answer<unknown>,
  extra: Record<string, string> = {},
): Response {
  const headers = { ...PRIVATE, ...(tag === undefined ? {} : { ETag: tag }), ...extra };
  if (route.status === 204) return new Response(null, { status: 204, headers });
  const checked = process.env.NODE_ENV === 'production' ? body : route.response.parse(body);
  if (isKept)
    return new Response(writtenOnce(checked), { status: route.status, headers: { ...headers, ...JSON_TYPE } });
  if (isLong(checked))
    return new Response(streamJson(checked), { status: route.status, headers: { ...headers, ...JSON_TYPE } });
  return Response.json(checked, { status: route.status, headers });
}

const JSON_TYPE = { 'Content-Type': 'application/json' };
const written = new WeakMap<object, Uint8Array<ArrayBuffer>>();

function writtenOnce(body: unknown): Uint8Array<ArrayBuffer> {
  const known = typeof body === 'object' && body !== null ? written.get(body) : undefined;
  const bytes = known ?? new TextEncoder().encode(JSON.stringify(body));
  if (typeof body === 'object' && body !== null) written.set(body, bytes);
  return bytes;
}

/** A slice at a time, as fast as the reader takes them. */
function streamJson(body: Record<string, unknown>): ReadableStream<Uint8Array> {
  const [slices, text] = [jsonSlices(body), new TextEncoder()];
  return new ReadableStream({
    async pull(controller) {
      await setImmediate();
      const { value, done } = slices.next();
      if (done) controller.close();
      else controller.enqueue(text.encode(value));
    },
  });
}

export function respondProblem(problem: Problem): Response {
  return Response.json(problem, {
    status: problem.status,
    headers: {
      ...PRIVATE,
      'Content-Type': 'application/problem+json',
      ...(problem.status === 503 ? { 'Retry-After': '2' } : {}),
    },
  });
}

/** A file to keep, which the browser must never run as a page of ours. */
export function respondFile(name: string, type: string, text: string): Response {
  return new Response(text, {
    headers: {
      ...PRIVATE,
      'Content-Type': `${type}; charset=utf-8`,
      'Content-Disposition': `attachment; filename="${name.replace(/[^\w.-]/g, '_')}"`,
      'Content-Security-Policy': 'sandbox',
    },
  });
}

/** The answer with cookies for the browser to keep. */
export function withCookies(response: Response, cookies: readonly string[]): Response {
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}
