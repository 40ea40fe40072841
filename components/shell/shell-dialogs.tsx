'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import { KeysDialog } from './keys-dialog';
import { Palette } from './palette';

type Openers = { openPalette: () => void; openKeys: () => void };
const Openers = createContext<Openers>({ openPalette: () => {}, openKeys: () => {} });

export const useShellDialogs = () => useContext(Openers);

/** What opens over every page: the palette and the list of keys. */
export function ShellDialogs({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'palette' | 'keys' | null>(null);
  const openers = useMemo(() => ({ openPalette: () => setOpen('palette'), openKeys: () => setOpen('keys') }), []);
  useShortcut('mod+k', () => setOpen((now) => (now === 'palette' ? null : 'palette')));
  useShortcut('?', openers.openKeys);
  return (
    <Openers value={openers}>
      {children}
      <Palette isOpen={open === 'palette'} onOpenChange={(isOpen) => setOpen(isOpen ? 'palette' : null)} />
      <KeysDialog isOpen={open === 'keys'} onOpenChange={(isOpen) => setOpen(isOpen ? 'keys' : null)} />
    </Openers>
  );
}
