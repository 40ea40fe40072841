import { useEffect, useRef } from 'react';

/**
 * Something long that can be called off: `begin` gives the signal of a new attempt, `callOff` ends it. Whoever goes
 * elsewhere meanwhile has called it off too.
 */
export function useCallingOff() {
  const attempt = useRef<AbortController | null>(null);
  useEffect(() => () => attempt.current?.abort(), []);
  return {
    begin(): AbortSignal {
      attempt.current?.abort();
      attempt.current = new AbortController();
      return attempt.current.signal;
    },
    callOff(): void {
      attempt.current?.abort();
      attempt.current = null;
    },
  };
}
