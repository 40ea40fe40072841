'use client';

import { TriangleAlert } from 'lucide-react';
import { useOrigins } from '@/components/canvas/origins-context';
import { Said } from '@/components/shell/said';
import { Fold } from '@/components/ui/fold';
import type { Strip } from '@/lib/api/preview';
import { describeMinutes } from '@/lib/base/duration';
import { FreshnessLine } from './freshness-line';
import { repairsOf } from './freshness-repairs';
import { RepairRow } from './repair-row';

type Props = { freshness: Strip['freshness']; productKey: string };

/**
 * Whether the data can be as fresh as it is needed. When it cannot: the sentence with its numbers, and what would put it
 * right, to be tried without asking anyone. Nothing while nobody has said how fresh it must be.
 */
export function FreshnessVerdict({ freshness, productKey }: Props) {
  if (freshness.maxMinutes === null) return null;
  if (freshness.feasible) return <FreshnessLine freshness={freshness} />;
  const repairs = repairsOf(freshness.conflicts);
  return (
    <div role="alert" className="tint tint-ring rounded-md px-3 py-2.5 text-bad">
      <p className="flex items-start gap-2 text-sm">
        <TriangleAlert className="mt-[2px] size-3.5 shrink-0" strokeWidth={2} aria-hidden="true" />
        <span className="text-fg">
          <strong className="font-semibold text-bad">
            {describeMinutes(freshness.maxMinutes)} cannot be met as things are built today.
          </strong>{' '}
          <Said>{freshness.words}</Said>
        </span>
      </p>
      <ul className="mt-2 space-y-1.5 pl-[22px]">
        {repairs.map((repair) => (
          <RepairRow key={repair.words} repair={repair} productKey={productKey} />
        ))}
        {repairs.length === 0 && <li className="text-fg-2 text-xs">No change of schedules was found that would do.</li>}
      </ul>
      {freshness.conflicts.length > 1 && <Places conflicts={freshness.conflicts} />}
    </div>
  );
}

function Places({ conflicts }: { conflicts: Strip['freshness']['conflicts'] }) {
  const origins = useOrigins();
  return (
    <Fold
      summary={`It breaks in ${conflicts.length} places: ${conflicts.map(({ at }) => origins.get(at)?.name ?? at).join(', ')}`}
      className="mt-2 pl-[22px]"
    >
      <ul className="mt-1 space-y-1 pl-4 text-fg">
        {conflicts.map((conflict) => (
          <li key={conflict.at}>
            <Said>{conflict.words}</Said>
          </li>
        ))}
      </ul>
    </Fold>
  );
}
