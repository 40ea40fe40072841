import { useEffect } from 'react';

/** The tab's title once the name of what is shown is known. */
export function useTitle(name: string | undefined): void {
  useEffect(() => {
    if (name !== undefined) document.title = `${name} · Headwater`;
  }, [name]);
}
