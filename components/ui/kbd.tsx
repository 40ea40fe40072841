import type { ReactNode } from 'react';

export function Kbd({ children }: { children: ReactNode }) {
  return (
    <kbd className="inline-flex h-4 min-w-4 items-center justify-center rounded-xs border border-line-2 bg-surface px-1 font-sans text-2xs text-fg-2">
      {children}
    </kbd>
  );
}
