import { z } from 'zod';
import type { Action } from '@/lib/catalog/action';

/**
 * One line of the registry: what a route is called with, what it answers, and what it asks of the caller. The server's
 * wrapper, the browser's client and the OpenAPI document all read it, so none of them can disagree. `undefined` is the
 * schema of what is not there.
 */
export type Route<Params = unknown, Query = unknown, Request = unknown, Response = unknown> = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Under /api/v1, parameters in braces: `/products/{key}`. */
  readonly path: string;
  readonly action: Action;
  readonly summary: string;
  readonly params: z.ZodType<Params>;
  readonly query: z.ZodType<Query>;
  readonly request: z.ZodType<Request>;
  readonly response: z.ZodType<Response>;
  readonly status: 200 | 201 | 204;
  /** `person`: somebody must be signed in. `anyone`: answers before anybody is. */
  readonly auth: 'person' | 'anyone';
  /** The answer carries the row's version. */
  readonly etag: boolean;
  /** A write that must name the version it knows. */
  readonly ifMatch: boolean;
  readonly idempotencyKey: 'required' | 'optional' | 'none';
  /**
   * Takes long, and can be called off: of a keyed write nothing is kept when whoever asked has gone before it was done.
   */
  readonly canBeCalledOff: boolean;
  /** YAML and Markdown are files to download; `events` stays open and tells what happens. */
  readonly answers: 'json' | 'yaml' | 'markdown' | 'events';
};

export const Nothing = z.undefined();

const DEFAULTS = {
  params: Nothing,
  query: Nothing,
  request: Nothing,
  response: Nothing,
  status: 200,
  auth: 'person',
  etag: false,
  ifMatch: false,
  idempotencyKey: 'none',
  canBeCalledOff: false,
  answers: 'json',
} as const;

type Required = 'method' | 'path' | 'action' | 'summary';
type Filled<R> = Omit<typeof DEFAULTS, keyof R> & R;

/** A route with everything it does not say filled in. */
export function route<const R extends Pick<Route, Required> & Partial<Omit<Route, Required>>>(given: R): Filled<R> {
  return { ...DEFAULTS, ...given };
}

/** True for the part of a route that takes or answers nothing. */
export function isNothing(schema: z.ZodType): boolean {
  return schema === Nothing;
}
