import { UserRoundX } from 'lucide-react';
import { cn } from '@/components/ui/cn';
import type { Named } from '@/lib/api/named';

/** The team that answers for something; that there is none is said as loudly as a name. */
export function OwnerName({ owner, className }: { owner: Named | null; className?: string }) {
  if (owner) return <span className={className}>{owner.name}</span>;
  return (
    <span className={cn('inline-flex items-center gap-1 align-bottom', className, 'text-warn')}>
      <UserRoundX className="size-3.5 shrink-0" strokeWidth={1.85} aria-hidden="true" />
      Nobody
    </span>
  );
}
