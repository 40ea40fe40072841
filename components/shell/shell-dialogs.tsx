'use client';

import { createContext, type ReactNode, useContext, useMemo, useState } from 'react';
import { NewProductDialog } from '@/components/catalog/new-product-dialog';
import { useShortcut } from '@/components/ui/use-shortcut';
import { ImportDialog } from './import-dialog';
import { KeysDialog } from './keys-dialog';
import { Palette } from './palette';

type Openers = { openPalette: () => void; openKeys: () => void; openImport: () => void; openNewModel: () => void };
const Openers = createContext<Openers>({
  openPalette: () => {},
  openKeys: () => {},
  openImport: () => {},
  openNewModel: () => {},
});

export const useShellDialogs = () => useContext(Openers);

/** What opens over every page: the palette, the list of keys, the import, a new model. */
export function ShellDialogs({ children }: { children: ReactNode }) {
  const [open, setOpen] = useState<'palette' | 'keys' | 'import' | 'model' | null>(null);
  const openers = useMemo(
    () => ({
      openPalette: () => setOpen('palette'),
      openKeys: () => setOpen('keys'),
      openImport: () => setOpen('import'),
      openNewModel: () => setOpen('model'),
    }),
    [],
  );
  useShortcut('mod+k', () => setOpen((now) => (now === 'palette' ? null : 'palette')));
  useShortcut('?', openers.openKeys);
  return (
    <Openers value={openers}>
      {children}
      <Palette isOpen={open === 'palette'} onOpenChange={(isOpen) => setOpen(isOpen ? 'palette' : null)} />
      <ImportDialog isOpen={open === 'import'} onOpenChange={(isOpen) => setOpen(isOpen ? 'import' : null)} />
      {open === 'model' && <NewProductDialog isOpen isModel onClose={() => setOpen(null)} />}
      <KeysDialog isOpen={open === 'keys'} onOpenChange={(isOpen) => setOpen(isOpen ? 'keys' : null)} />
    </Openers>
  );
}
