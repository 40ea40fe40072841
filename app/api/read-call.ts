import type { z } from 'zod';
import { isForThisMachine, isFromOurPages } from '@/lib/api/check-origin';
import { readTag } from '@/lib/api/entity-tag';
import { findUnstorable } from '@/lib/api/find-unstorable';
import { makeProblem } from '@/lib/api/make-problem';
import type { Problem } from '@/lib/api/problem';
import { toPlaces } from '@/lib/api/problem-places';
import { type BodyRefusal, readJsonBody } from '@/lib/api/read-body';
import { isNothing, type Route } from '@/lib/api/route';
import { readAuthMode } from '@/lib/auth/auth-mode';
import { ok, type Result, refuse } from '@/lib/base/result';

export type Call<Params, Query, Body> = {
  params: Params;
  query: Query;
  body: Body;
  /** The version named in If-Match; 0 where the route needs none. */
  version: number;
  idempotencyKey: string | null;
};

const KEY = /^[\x21-\x7e]{8,200}$/;
const WORDS: Record<BodyRefusal, string> = {
  'not-json': 'Send the body as application/json.',
  'too-large': 'The body is larger than 10 MB.',
  'malformed-json': 'The body is not JSON.',
};

/**
 * Everything a request says, checked and parsed, or the first thing wrong with it. Nothing behind this looks at the
 * request again.
 */
export async function readCall<Params, Query, Body>(
  route: Route<Params, Query, Body>,
  request: Request,
  given: unknown,
): Promise<Result<Call<Params, Query, Body>, Problem>> {
  const intruder = findIntruder(route, request);
  if (intruder) return refuse(intruder);
  const params = parse(route.params, isNothing(route.params) ? undefined : given, 'path');
  if (!params.ok) return params;
  const asked = Object.fromEntries(new URL(request.url).searchParams);
  const query = parse(route.query, isNothing(route.query) ? undefined : asked, 'query');
  if (!query.ok) return query;
  const head = readHead(route, request.headers);
  if (!head.ok) return head;
  const sent = isNothing(route.request) ? ok(undefined) : await readJsonBody(request);
  if (!sent.ok) return refuse(makeProblem(sent.error, WORDS[sent.error]));
  const body = parse(route.request, sent.value, 'body');
  if (!body.ok) return body;
  return ok({ params: params.value, query: query.value, body: body.value, ...head.value });
}

function findIntruder(route: Route, { headers }: Request): Problem | null {
  const mode = readAuthMode(process.env);
  if (mode.kind === 'demo' && !isForThisMachine(headers)) {
    return makeProblem('cross-origin', 'The demonstration answers on this machine only.');
  }
  if (route.method !== 'GET' && !isFromOurPages(headers, mode.origins)) {
    return makeProblem('cross-origin', 'Writes are taken from our own pages only.');
  }
  return null;
}

function parse<T>(schema: z.ZodType<T>, value: unknown, root: string): Result<T, Problem> {
  const unstorable = findUnstorable(value);
  if (unstorable) {
    const place = { path: [root, ...unstorable], words: 'holds a character that cannot be kept' };
    return refuse(makeProblem('invalid-request', `${place.path.join('.')} ${place.words}.`, { problems: [place] }));
  }
  const parsed = schema.safeParse(value);
  if (parsed.success) return ok(parsed.data);
  const problems = toPlaces(parsed.error, root);
  const [first] = problems;
  const detail = first ? `${first.path.join('.')}: ${first.words}` : 'The request cannot be read.';
  return refuse(makeProblem('invalid-request', detail, { problems }));
}

function readHead(route: Route, headers: Headers): Result<{ version: number; idempotencyKey: string | null }, Problem> {
  const tag = headers.get('if-match');
  if (route.ifMatch && tag === null) {
    return refuse(makeProblem('precondition-required', 'Name the version you saw in If-Match.'));
  }
  const version = route.ifMatch ? readTag(tag ?? '') : 0;
  if (version === null) return refuse(makeProblem('invalid-request', 'If-Match does not name a version of ours.'));
  const key = route.idempotencyKey === 'none' ? null : headers.get('idempotency-key');
  if (key === null && route.idempotencyKey === 'required') {
    return refuse(makeProblem('idempotency-key-required', 'Send an Idempotency-Key, so that repeating it is safe.'));
  }
  if (key !== null && !KEY.test(key)) {
    return refuse(makeProblem('invalid-request', 'An Idempotency-Key has 8 to 200 visible characters.'));
  }
  return ok({ version, idempotencyKey: key });
}
