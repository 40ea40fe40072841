'use client';

import { useSearchParams } from 'next/navigation';
import { useCallback } from 'react';

type Changes = Record<string, string | null>;

/**
 * What is selected, filtered or open lives in the address, so a link shows the same thing. Changing it asks the server
 * for nothing. A `push` makes a step that the browser's back button takes back.
 */
export function useUrlState() {
  const params = useSearchParams();
  const setParams = useCallback((changes: Changes, how: 'replace' | 'push' = 'replace') => {
    const next = new URLSearchParams(window.location.search);
    for (const [name, value] of Object.entries(changes)) {
      if (value === null || value === '') next.delete(name);
      else next.set(name, value);
    }
    const query = next.toString();
    const address = `${window.location.pathname}${query === '' ? '' : `?${query}`}${window.location.hash}`;
    if (how === 'push') window.history.pushState(null, '', address);
    else window.history.replaceState(null, '', address);
  }, []);
  return { params, setParams };
}
