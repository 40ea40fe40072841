'use client';

import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Toaster as Sonner } from 'sonner';

/**
 * Where toasts appear; call sonner's `toast` to raise one. Its style sheet carries no nonce: the content security
 * policy knows it by its hash.
 */
export function Toaster({ theme }: { theme: 'light' | 'dark' }) {
  return (
    <Sonner
      position="bottom-right"
      theme={theme}
      gap={8}
      offset={{ bottom: 76, right: 16 }}
      icons={{
        success: <CircleCheck className="size-4 text-ok" aria-hidden="true" />,
        info: <Info className="size-4 text-accent-text" aria-hidden="true" />,
        warning: <TriangleAlert className="size-4 text-warn" aria-hidden="true" />,
        error: <CircleAlert className="size-4 text-bad" aria-hidden="true" />,
      }}
      toastOptions={{
        unstyled: true,
        classNames: {
          toast:
            'flex w-(--width) items-start gap-2.5 rounded-lg bg-surface px-3.5 py-3 font-sans text-sm text-fg shadow-pop [&_[data-icon]]:mt-px',
          content: 'min-w-0 flex-1',
          title: 'font-medium',
          description: 'mt-0.5 text-fg-2 text-xs',
          actionButton: 'shrink-0 rounded-md px-2 py-0.5 text-xs font-medium text-accent-text hover:bg-hover',
          closeButton: 'text-fg-3',
        },
      }}
    />
  );
}
