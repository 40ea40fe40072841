'use client';

import { useSyncExternalStore } from 'react';
import { THEME_KEY } from './theme-script';

export type ThemeChoice = 'light' | 'dark' | 'system';
export type Theme = 'light' | 'dark';

const DARK = '(prefers-color-scheme: dark)';
const CHANGED = 'headwater:theme';

function readChoice(): ThemeChoice {
  const stored = localStorage.getItem(THEME_KEY);
  return stored === 'light' || stored === 'dark' ? stored : 'system';
}

function paint() {
  const choice = readChoice();
  const isDark = choice === 'dark' || (choice === 'system' && matchMedia(DARK).matches);
  document.documentElement.classList.toggle('dark', isDark);
}

/** Other tabs and the system may change it too; whoever does, every reader is told after the page is repainted. */
function subscribe(onChange: () => void) {
  const repaint = () => {
    paint();
    onChange();
  };
  const system = matchMedia(DARK);
  system.addEventListener('change', repaint);
  window.addEventListener('storage', repaint);
  window.addEventListener(CHANGED, repaint);
  return () => {
    system.removeEventListener('change', repaint);
    window.removeEventListener('storage', repaint);
    window.removeEventListener(CHANGED, repaint);
  };
}

const readTheme = (): Theme => (document.documentElement.classList.contains('dark') ? 'dark' : 'light');

export function useTheme() {
  const choice = useSyncExternalStore<ThemeChoice>(subscribe, readChoice, () => 'system');
  const theme = useSyncExternalStore<Theme>(subscribe, readTheme, () => 'light');
  const setTheme = (next: ThemeChoice) => {
    localStorage.setItem(THEME_KEY, next);
    window.dispatchEvent(new Event(CHANGED));
  };
  return { choice, theme, setTheme };
}
