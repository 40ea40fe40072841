import type { ReactNode } from 'react';
import { cn } from './cn';

/** Types, versions, paths and expressions; nothing a person would say aloud. */
export function Mono({ className, children }: { className?: string | undefined; children: ReactNode }) {
  return <code className={cn('font-mono text-[0.92em] text-fg-2 tracking-[-0.02em]', className)}>{children}</code>;
}
