'use client';

import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';
import { focusFirstField } from './focus-first-field';
import { IconButton } from './icon-button';
import { useReturnFocus } from './use-return-focus';

type Props = {
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  title: ReactNode;
  /** One sentence under the title; read out when the dialog opens. */
  description?: ReactNode;
  /** The row of actions, primary last. */
  footer?: ReactNode;
  size?: 'sm' | 'md' | 'lg' | 'xl';
  /** For a body that brings its own padding and scrolling. */
  isBare?: boolean;
  children?: ReactNode;
};

const WIDTH = { sm: 'max-w-sm', md: 'max-w-lg', lg: 'max-w-2xl', xl: 'max-w-5xl' } as const;

export function Dialog({ isOpen, onOpenChange, title, description, footer, size = 'md', isBare, children }: Props) {
  const returnFocus = useReturnFocus(isOpen);
  return (
    <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
      <Radix.Portal>
        <Radix.Overlay className="data-[state=open]:fade-in-0 fixed inset-0 z-40 bg-scrim duration-150 data-[state=open]:animate-in" />
        <Radix.Content
          onOpenAutoFocus={focusFirstField}
          onCloseAutoFocus={returnFocus}
          {...(description ? {} : { 'aria-describedby': undefined })}
          className={cn(
            'data-[state=open]:fade-in-0 data-[state=open]:zoom-in-98 -translate-x-1/2 fixed top-[12vh] left-1/2 z-50 flex max-h-[76vh] w-[calc(100vw-32px)] flex-col rounded-xl bg-surface shadow-pop outline-none duration-150 data-[state=open]:animate-in',
            WIDTH[size],
          )}
        >
          <header className="flex items-start gap-3 border-b px-4 pt-3.5 pb-3">
            <div className="min-w-0 flex-1">
              <Radix.Title className="font-semibold text-lg tracking-[-0.012em]">{title}</Radix.Title>
              {description && <Radix.Description className="mt-0.5 text-fg-2 text-sm">{description}</Radix.Description>}
            </div>
            <Radix.Close asChild>
              <IconButton icon={X} label="Close" keys="escape" className="-mr-1" />
            </Radix.Close>
          </header>
          {children && (
            <div className={cn('min-h-0 flex-1', isBare ? 'overflow-hidden rounded-b-xl' : 'overflow-y-auto p-4')}>
              {children}
            </div>
          )}
          {footer && <footer className="flex items-center justify-end gap-2 border-t px-4 py-3">{footer}</footer>}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
