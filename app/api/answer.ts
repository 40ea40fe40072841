import { ok, type Result } from '@/lib/base/result';
import type { Answer } from './respond';

/** What a service found, as the body of an answer; `tell` adds the version, or makes the body of it. */
export function answer<T, E>(result: Result<T, E>): Result<Answer<T>, E>;
export function answer<T, E, B>(result: Result<T, E>, tell: (value: T) => Answer<B>): Result<Answer<B>, E>;
export function answer<T, E>(result: Result<T, E>, tell?: (value: T) => Answer<unknown>): Result<Answer<unknown>, E> {
  if (!result.ok) return result;
  return ok(tell ? tell(result.value) : { body: result.value });
}
