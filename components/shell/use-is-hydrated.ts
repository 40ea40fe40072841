import { useSyncExternalStore } from 'react';

const never = () => () => {};

/** False on the server and while the page takes over what the server sent; true from then on. */
export function useIsHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
