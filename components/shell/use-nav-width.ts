'use client';

import { useSyncExternalStore } from 'react';
import { useMedia } from '@/components/ui/use-media';
import { NAV_KEY } from './theme-script';

const CHANGED = 'headwater:nav';

function subscribe(onChange: () => void) {
  window.addEventListener(CHANGED, onChange);
  return () => window.removeEventListener(CHANGED, onChange);
}

/** The person's own choice; a small window is narrow whatever was chosen. */
export function useNavChoice() {
  const isNarrow = useSyncExternalStore(
    subscribe,
    () => document.documentElement.dataset.nav === 'narrow',
    () => false,
  );
  const toggle = () => {
    if (isNarrow) delete document.documentElement.dataset.nav;
    else document.documentElement.dataset.nav = 'narrow';
    localStorage.setItem(NAV_KEY, isNarrow ? 'wide' : 'narrow');
    window.dispatchEvent(new Event(CHANGED));
  };
  return { isNarrow, toggle };
}

export function useIsNavNarrow(): boolean {
  const isSmall = useMedia('(width < 1100px)');
  return useNavChoice().isNarrow || isSmall;
}
