import type { z } from 'zod';
import type { Action } from '@/lib/catalog/action';

/**
 * One line of the registry: what a route is called with, what it answers, and what it asks of the caller. The server's
 * wrapper, the browser's client and the OpenAPI document all read it, so none of them can disagree.
 */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api/v1, parameters in braces: `/products/{key}`. */
  readonly path: string;
  readonly action: Action;
  readonly summary: string;
  readonly params: z.ZodType | null;
  readonly query: z.ZodType | null;
  readonly request: z.ZodType | null;
  readonly response: z.ZodType | null;
  readonly status: 200 | 201 | 204;
  /** `person`: somebody must be signed in. `anyone`: answers before anybody is. */
  readonly auth: 'person' | 'anyone';
  /** The answer carries the row's version; a write with `required` must name the version it knows. */
  readonly etag: boolean;
  readonly ifMatch: 'required' | 'none';
  readonly idempotencyKey: 'required' | 'optional' | 'none';
  /** Anything but JSON is a file to download. */
  readonly answers: 'json' | 'yaml';
};

const DEFAULTS = {
  params: null,
  query: null,
  request: null,
  response: null,
  status: 200,
  auth: 'person',
  etag: false,
  ifMatch: 'none',
  idempotencyKey: 'none',
  answers: 'json',
} as const;

type Required = 'method' | 'path' | 'action' | 'summary';
type Filled<R> = Omit<typeof DEFAULTS, keyof R> & R;

/** A route with everything it does not say filled in. */
export function route<const R extends Pick<Route, Required> & Partial<Omit<Route, Required>>>(given: R): Filled<R> {
  return { ...DEFAULTS, ...given };
}

export type ParamsOf<R extends Route> = R['params'] extends z.ZodType ? z.infer<R['params']> : undefined;
export type QueryOf<R extends Route> = R['query'] extends z.ZodType ? z.infer<R['query']> : undefined;
export type RequestOf<R extends Route> = R['request'] extends z.ZodType ? z.infer<R['request']> : undefined;
export type ResponseOf<R extends Route> = R['response'] extends z.ZodType ? z.infer<R['response']> : undefined;
