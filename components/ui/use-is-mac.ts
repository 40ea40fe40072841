import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** True on Apple keyboards. The server does not know, so it answers false and the page corrects itself. */
export function useIsMac(): boolean {
  return useSyncExternalStore(
    never,
    () => /mac|iphone|ipad/i.test(navigator.userAgent),
    () => false,
  );
}
