import { useCallback, useSyncExternalStore } from 'react';

const CHANGED = 'headwater:remembered';

/** Words this browser remembers under a name, or null; told to nobody else. The server does not know, so it answers null. */
export function useRememberedText(key: string): [string | null, (text: string | null) => void] {
  const name = `headwater:${key}`;
  const text = useSyncExternalStore(
    subscribe,
    () => localStorage.getItem(name),
    () => null,
  );
  const set = useCallback(
    (next: string | null) => {
      if (next === null) localStorage.removeItem(name);
      else localStorage.setItem(name, next);
      window.dispatchEvent(new Event(CHANGED));
    },
    [name],
  );
  return [text, set];
}

function subscribe(onChange: () => void): () => void {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}
