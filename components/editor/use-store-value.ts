import { useCallback, useRef, useSyncExternalStore } from 'react';
import type { ExternalStore } from './external-store';

/**
 * One value out of a store; the component renders again only when it changes. Selectors are module constants or
 * memoised by their id, and what they return is compared with `isEqual`, so that a list made anew is not a change.
 */
export function useStoreValue<State, T>(
  store: Pick<ExternalStore<State>, 'get' | 'subscribe'>,
  select: (state: State) => T,
  isEqual: (a: T, b: T) => boolean = Object.is,
): T {
  const last = useRef<{ state: State; select: (state: State) => T; value: T } | null>(null);
  const read = useCallback(() => {
    const state = store.get();
    const known = last.current;
    if (known && known.state === state && known.select === select) return known.value;
    const fresh = select(state);
    const value = known && isEqual(known.value, fresh) ? known.value : fresh;
    last.current = { state, select, value };
    return value;
  }, [store, select, isEqual]);
  return useSyncExternalStore(store.subscribe, read, read);
}
