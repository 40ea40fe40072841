'use client';

import { DropdownMenu as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { holdOthers } from './hold-others';
import { MenuEntries } from './menu-entries';
import type { MenuEntry } from './menu-entry';
import { popStyle } from './pop-style';

type Props = {
  /** One button with an accessible name. */
  trigger: ReactNode;
  entries: readonly MenuEntry[];
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  className?: string | undefined;
};

export function DropdownMenu({
  trigger,
  entries,
  side = 'bottom',
  align = 'start',
  isOpen,
  onOpenChange,
  className,
}: Props) {
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          ref={holdOthers}
          side={side}
          align={align}
          sideOffset={4}
          collisionPadding={8}
          className={cn(popStyle, 'max-h-(--radix-dropdown-menu-content-available-height) min-w-44', className)}
        >
          <MenuEntries parts={Radix} entries={entries} />
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
