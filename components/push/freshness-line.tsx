import { CircleCheck, Hourglass, TriangleAlert } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { cn } from '@/components/ui/cn';
import type { Strip } from '@/lib/api/preview';

/** Whether the need for freshness is met, could be, or cannot, as one line. */
export function FreshnessLine({ freshness }: { freshness: Strip['freshness'] }) {
  if (freshness.maxMinutes === null) return null;
  const Icon = freshness.isMet ? CircleCheck : freshness.feasible ? Hourglass : TriangleAlert;
  const tone = freshness.isMet ? 'text-ok' : freshness.feasible ? 'text-warn' : 'text-bad';
  return (
    <p className="flex items-start gap-2 text-sm">
      <Icon className={cn('mt-[2px] size-3.5 shrink-0', tone)} strokeWidth={1.85} aria-hidden="true" />
      <span>
        <Said>{freshness.words}</Said>
      </span>
    </p>
  );
}
