import type { Problem } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';

/** What a route answers: its body, and the version it is of. */
export type Answer<Body> = { body: Body; tag?: string };

const PRIVATE = { 'Cache-Control': 'private, no-store', Vary: 'Cookie', 'X-Content-Type-Options': 'nosniff' };

/** In development and in tests an answer must be what its route says; in production that has been tested. */
export function respond(route: Route, { body, tag }: Answer<unknown>, extra: Record<string, string> = {}): Response {
  const headers = { ...PRIVATE, ...(tag === undefined ? {} : { ETag: tag }), ...extra };
  if (route.status === 204) return new Response(null, { status: 204, headers });
  const checked = process.env.NODE_ENV === 'production' ? body : route.response.parse(body);
  return Response.json(checked, { status: route.status, headers });
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
