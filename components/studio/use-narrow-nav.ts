import { useLayoutEffect } from 'react';
import { NAV_KEY } from '@/components/shell/theme-script';

/** A drawing wants the room: the navigation is narrow here for everybody who has not chosen otherwise. */
export function useNarrowNav(): void {
  useLayoutEffect(() => {
    const page = document.documentElement;
    if (localStorage.getItem(NAV_KEY) !== null || page.dataset.nav === 'narrow') return leave;
    page.dataset.nav = 'narrow';
    window.dispatchEvent(new Event('headwater:nav'));
    return leave;
  }, []);
}

function leave() {
  if (localStorage.getItem(NAV_KEY) !== null) return;
  delete document.documentElement.dataset.nav;
  window.dispatchEvent(new Event('headwater:nav'));
}
