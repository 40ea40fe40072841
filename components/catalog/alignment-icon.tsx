import { Combine, Database, Target } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Alignment } from '@/lib/catalog/snapshot';

export const alignmentIcons = { source: Database, aggregate: Combine, consumer: Target } as const;

/** The role of a product as a small coloured sign; its word stands beside it or in the accessible name. */
export function AlignmentIcon({ alignment, className }: { alignment: Alignment; className?: string }) {
  const Icon = alignmentIcons[alignment];
  return (
    <Icon
      className={cn('size-[15px] shrink-0', className)}
      style={{ color: `var(--${alignment})` }}
      strokeWidth={1.85}
      aria-hidden="true"
    />
  );
}
