import './jitless';
import { Problem } from '@/lib/api/problem';
import type { Route } from '@/lib/api/route';
import { API_ROOT } from '@/lib/api/routes';
import { ApiProblem, Unreachable } from './api-problem';

type Given<Name extends string, T> = undefined extends T ? { [K in Name]?: T } : { [K in Name]: T };
/** What a call needs is what its route says it takes. */
export type Call<Params, Query, Body> = Given<'params', Params> &
  Given<'query', Query> &
  Given<'body', Body> & { ifMatch?: string; idempotencyKey?: string; signal?: AbortSignal };

type AnyCall = {
  params?: unknown;
  query?: unknown;
  body?: unknown;
  ifMatch?: string;
  idempotencyKey?: string;
  signal?: AbortSignal;
};

/** Calls one route and returns its parsed answer. Throws `ApiProblem` for a no, `Unreachable` when no answer came. */
export function request<Params, Query, Body, Answer>(
  route: Route<Params, Query, Body, Answer>,
  call: Call<Params, Query, Body>,
): Promise<Answer>;
export async function request(route: Route, call: AnyCall): Promise<unknown> {
  const response = await send(route, call);
  if (!response.ok) throw new ApiProblem(await readProblem(response));
  return route.response.parse(response.status === 204 ? undefined : await response.json());
}

async function send(route: Route, call: AnyCall): Promise<Response> {
  const headers = new Headers({ Accept: 'application/json' });
  if (call.body !== undefined) headers.set('Content-Type', 'application/json');
  if (call.ifMatch !== undefined) headers.set('If-Match', call.ifMatch);
  if (call.idempotencyKey !== undefined) headers.set('Idempotency-Key', call.idempotencyKey);
  try {
    return await fetch(addressOf(route, call), {
      method: route.method,
      headers,
      credentials: 'same-origin',
      cache: 'no-store',
      ...(call.body === undefined ? {} : { body: JSON.stringify(call.body) }),
      ...(call.signal === undefined ? {} : { signal: call.signal }),
    });
  } catch (cause) {
    if (call.signal?.aborted) throw cause;
    throw new Unreachable(cause);
  }
}

/** The address of a call: parameters filled in and escaped, the query behind it, absent values left out. */
export function addressOf(route: Route, call: { params?: unknown; query?: unknown }): string {
  const params = new Map(entriesOf(call.params));
  const path = route.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(params.get(name) ?? ''));
  const query = new URLSearchParams(entriesOf(call.query)).toString();
  return `${API_ROOT}${path}${query === '' ? '' : `?${query}`}`;
}

function entriesOf(value: unknown): [string, string][] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, one]): [string, string][] =>
    one === undefined || one === null ? [] : [[name, String(one)]],
  );
}

async function readProblem(response: Response): Promise<Problem> {
  const parsed = Problem.safeParse(await response.json().catch(() => null));
  if (parsed.success) return parsed.data;
  return {
    type: 'about:blank',
    title: 'Something went wrong',
    status: response.status,
    detail: `The service answered ${response.status} without saying why.`,
    code: 'internal',
  };
}
