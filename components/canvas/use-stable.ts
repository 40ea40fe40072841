import { useCallback, useLayoutEffect, useRef } from 'react';

/** One function for as long as the component lives, that does what the newest one given does: for those who must not render again because of it. */
export function useStable<Given extends readonly unknown[], Made>(
  act: (...given: Given) => Made,
): (...given: Given) => Made {
  const newest = useRef(act);
  useLayoutEffect(() => {
    newest.current = act;
  });
  return useCallback((...given) => newest.current(...given), []);
}
