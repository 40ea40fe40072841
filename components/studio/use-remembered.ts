import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'headwater:remembered';

/** A choice this browser remembers: which panels stand open. The server does not know, so it answers the first value. */
export function useRemembered<Value extends string>(
  key: string,
  values: readonly Value[],
  first: Value,
): [Value, (value: Value) => void] {
  const name = `headwater:${key}`;
  const value = useSyncExternalStore(
    subscribe,
    () => values.find((known) => known === localStorage.getItem(name)) ?? first,
    () => first,
  );
  const set = useCallback(
    (next: Value) => {
      localStorage.setItem(name, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [value, set];
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}
