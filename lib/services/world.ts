import type { Actor } from '@/lib/auth/actor';
import type { Result } from '@/lib/base/result';
import type { ReadStore, WriteStore } from './store';

/**
 * Everything a service may reach for: who acts, what time it is, where new ids come from, and the store. Tests hand in a
 * small one with a stopped clock; the app hands in the real one.
 */
export type World = {
  readonly actor: Actor;
  now(): Date;
  newId(): string;
  readonly store: ReadStore;
  /** One transaction: all of it happens, or none. A refusal takes back what was written before it. */
  write<T, E>(work: (store: WriteStore) => Promise<Result<T, E>>): Promise<Result<T, E>>;
};
