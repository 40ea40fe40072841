'use client';

import { Search } from 'lucide-react';
import { Keys } from '@/components/ui/keys';
import { NavTip } from './nav-tip';
import { useShellDialogs } from './shell-dialogs';

export function SearchButton() {
  const { openPalette } = useShellDialogs();
  return (
    <NavTip label="Search and commands" keys="mod+k">
      <button
        type="button"
        aria-label="Search and commands"
        onClick={openPalette}
        className="mt-2.5 flex h-[30px] items-center gap-2.5 rounded-md border border-line-2 bg-surface px-2 text-fg-3 text-sm shadow-card transition-colors duration-120 hover:text-fg-2 narrow:justify-center narrow:px-0"
      >
        <Search className="size-[15px] shrink-0" strokeWidth={1.75} aria-hidden="true" />
        <span className="narrow:hidden">Search</span>
        <Keys keys="mod+k" className="ml-auto narrow:hidden" />
      </button>
    </NavTip>
  );
}
