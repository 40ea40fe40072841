import type { ExternalStore } from './external-store';
import { listenToAll, type Source } from './listen-to-all';

/** What is made out of other stores. Who listens is told when `get` answers another thing, not whenever anything happens. */
export function derivedStore<T>(get: () => T, sources: readonly Source[]): Pick<ExternalStore<T>, 'get' | 'subscribe'> {
  const listeners = new Set<() => void>();
  let told: { value: T } | null = null;
  let end: (() => void) | null = null;

  function tell() {
    const value = get();
    if (told && Object.is(value, told.value)) return;
    told = { value };
    for (const listener of [...listeners]) listener();
  }
  return {
    get,
    subscribe: (listener) => {
      if (listeners.size === 0) {
        told = { value: get() };
        end = listenToAll(sources, tell);
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        end?.();
        end = null;
      };
    },
  };
}
