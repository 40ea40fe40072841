'use client';

import { Popover as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { popStyle } from './pop-style';

type Props = {
  /** One button; it opens and closes the popover. */
  trigger: ReactNode;
  /** The accessible name of what opens. */
  label: string;
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
  side?: 'top' | 'right' | 'bottom' | 'left';
  align?: 'start' | 'center' | 'end';
  className?: string | undefined;
  children: ReactNode;
};

export function Popover({
  trigger,
  label,
  isOpen,
  onOpenChange,
  side = 'bottom',
  align = 'start',
  className,
  children,
}: Props) {
  return (
    <Radix.Root
      {...(isOpen === undefined ? {} : { open: isOpen })}
      {...(onOpenChange === undefined ? {} : { onOpenChange })}
    >
      <Radix.Trigger asChild>{trigger}</Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          aria-label={label}
          side={side}
          align={align}
          sideOffset={6}
          collisionPadding={8}
          className={cn(popStyle, 'max-h-(--radix-popover-content-available-height) w-72 p-3', className)}
        >
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
