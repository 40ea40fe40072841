import { Tooltip as Radix } from 'radix-ui';
import type { FocusEvent, ReactNode } from 'react';
import { Keys } from './keys';

type Props = {
  label: ReactNode;
  keys?: string | undefined;
  side?: 'top' | 'right' | 'bottom' | 'left' | undefined;
  /** The one element it belongs to; it must take a ref and be focusable, or keyboards never see the words. */
  children: ReactNode;
};

/** A dialog that closes gives its opener the focus back; whoever closed it with the pointer is not asking for a name. */
function unlessByPointer(event: FocusEvent<HTMLElement>) {
  if (!event.currentTarget.matches(':focus-visible')) event.preventDefault();
}

export function Tooltip({ label, keys, side = 'top', children }: Props) {
  return (
    <Radix.Root>
      <Radix.Trigger asChild onFocus={unlessByPointer}>
        {children}
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          side={side}
          sideOffset={6}
          collisionPadding={8}
          className="fade-in-0 z-50 flex max-w-72 animate-in items-center gap-2 rounded-md bg-surface px-2 py-1 text-fg text-xs shadow-pop duration-120"
        >
          {label}
          {keys && <Keys keys={keys} />}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
