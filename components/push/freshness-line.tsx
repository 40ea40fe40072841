import { CircleCheck, TriangleAlert } from 'lucide-react';
import type { Strip } from '@/lib/api/preview';

/** Whether the need for freshness can be met, as one line. */
export function FreshnessLine({ freshness }: { freshness: Strip['freshness'] }) {
  if (freshness.maxMinutes === null) return null;
  const Icon = freshness.feasible ? CircleCheck : TriangleAlert;
  return (
    <p className="flex items-start gap-2 text-sm">
      <Icon
        className={freshness.feasible ? 'mt-[2px] size-3.5 shrink-0 text-ok' : 'mt-[2px] size-3.5 shrink-0 text-bad'}
        strokeWidth={1.85}
        aria-hidden="true"
      />
      <span>{freshness.words}</span>
    </p>
  );
}
