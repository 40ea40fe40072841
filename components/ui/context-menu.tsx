'use client';

import { ContextMenu as Radix } from 'radix-ui';
import { type ReactNode, useState } from 'react';
import { cn } from './cn';
import { holdOthers } from './hold-others';
import { MenuEntries } from './menu-entries';
import type { MenuEntry } from './menu-entry';
import { popStyle } from './pop-style';
import { giveFocus } from './take-focus';

type Props = {
  /** A function is asked when the menu opens, so a board need not keep a list per card. */
  entries: readonly MenuEntry[] | (() => readonly MenuEntry[]);
  onOpenChange?: (isOpen: boolean) => void;
  className?: string | undefined;
  /** The one element that is right-clicked; also answers to the menu key. */
  children: ReactNode;
};

export function ContextMenu({ entries, onOpenChange, className, children }: Props) {
  const [shown, setShown] = useState<readonly MenuEntry[]>([]);
  const change = (isOpen: boolean) => {
    if (isOpen) setShown(typeof entries === 'function' ? entries() : entries);
    onOpenChange?.(isOpen);
  };
  return (
    <Radix.Root onOpenChange={change}>
      <Radix.Trigger asChild>{children}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          ref={holdOthers}
          collisionPadding={8}
          onCloseAutoFocus={giveFocus}
          className={cn(popStyle, 'max-h-(--radix-context-menu-content-available-height) min-w-48', className)}
        >
          <MenuEntries parts={Radix} entries={shown} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
