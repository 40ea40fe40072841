import { setImmediate } from 'node:timers/promises';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Problem } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';
import { isLong, jsonSlices } from './json-slices';

/**
 * What a route answers: its body, and the version it is of. A kept body is the same object again as long as it says the
 * same, and is written and zipped once.
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
  const init = { status: route.status, headers: { ...headers, ...JSON_TYPE } };
  if (isKept) return new Response(writtenOnce(body, checked).plain, init);
  if (isLong(checked)) return new Response(streamJson(checked), init);
  return Response.json(checked, { status: route.status, headers });
}

/** The same for a reader who takes zipped answers: ten megabytes that are kept are not zipped anew for each of them. */
export async function respondZipped(route: Route, answer: Answer<unknown>, accepted: string | null) {
  const plain = respond(route, answer);
  const once = answer.isKept ? written.get(Object(answer.body)) : undefined;
  if (!once || !TAKES_GZIP.test(accepted ?? '')) return plain;
  once.zipped ??= zip(once.plain).then((bytes) => new Uint8Array(bytes));
  const headers = new Headers(plain.headers);
  headers.set('Content-Encoding', 'gzip');
  headers.append('Vary', 'Accept-Encoding');
  return new Response(await once.zipped, { status: plain.status, headers });
}

const TAKES_GZIP = /\bgzip\b(?!\s*;\s*q=0(?:\.0*)?\s*(?:,|$))/;
const JSON_TYPE = { 'Content-Type': 'application/json' };
const zip = promisify(gzip);

type Bytes = Uint8Array<ArrayBuffer>;
/** By the body as it is kept. */
const written = new WeakMap<object, { plain: Bytes; zipped?: Promise<Bytes> }>();

function writtenOnce(body: unknown, checked: unknown) {
  const known = written.get(Object(body)) ?? { plain: new TextEncoder().encode(JSON.stringify(checked)) };
  written.set(Object(body), known);
  return known;
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
