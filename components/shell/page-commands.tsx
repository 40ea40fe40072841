'use client';

import { createContext, type ReactNode, useContext, useEffect, useMemo, useState } from 'react';
import type { PaletteGroup } from '@/components/ui/command-palette';

export type KeyHelp = { keys: string; label: string };
export type PageCommands = {
  /** Added to the palette above what the shell offers. */
  groups?: readonly PaletteGroup[];
  /** Looks among what is too much to list: asked with what was typed, answers with what fits, best first. */
  find?: (typed: string) => PaletteGroup;
  /** Listed under the page's name when `?` is pressed. */
  help?: { title: string; keys: readonly KeyHelp[] };
};

const Current = createContext<PageCommands>({});
const SetCurrent = createContext<(commands: PageCommands) => void>(() => {});

export function PageCommandsProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<PageCommands>({});
  return (
    <SetCurrent value={setCurrent}>
      <Current value={current}>{children}</Current>
    </SetCurrent>
  );
}

export const usePageCommands = () => useContext(Current);

/** What the page on screen adds to the palette and to the list of keys. Memoise what is passed. */
export function useOfferCommands({ groups, find, help }: PageCommands): void {
  const setCurrent = useContext(SetCurrent);
  const offered = useMemo<PageCommands>(
    () => ({ ...(groups ? { groups } : {}), ...(find ? { find } : {}), ...(help ? { help } : {}) }),
    [groups, find, help],
  );
  useEffect(() => {
    setCurrent(offered);
    return () => setCurrent({});
  }, [offered, setCurrent]);
}
