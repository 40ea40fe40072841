/**
 * An answer that may be an expected no. Refusals and issues travel as `error`; bugs are thrown and never end up here.
 */
export type Result<T, E> = Ok<T> | Refused<E>;
export type Ok<T> = { readonly ok: true; readonly value: T };
export type Refused<E> = { readonly ok: false; readonly error: E };

/** A yes and what it yields. */
export function ok<T>(value: T): Ok<T> {
  return { ok: true, value };
}

/** A no the caller is expected to handle: a refusal with a code, or a list of issues. */
export function refuse<E>(error: E): Refused<E> {
  return { ok: false, error };
}
