'use client';

import { CircleHelp, TriangleAlert } from 'lucide-react';
import { Said } from '@/components/shell/said';
import { cn } from '@/components/ui/cn';
import { Fold } from '@/components/ui/fold';
import type { Strip } from '@/lib/api/preview';
import { RepairRow } from './repair-row';

type Conflict = Strip['conflicts'][number];

/** What stands in the way apart from age: what cannot be had, each with its ways out; and, folded away, what to look at. */
export function OtherConflicts({ conflicts, productKey }: { conflicts: readonly Conflict[]; productKey: string }) {
  const errors = conflicts.filter(({ severity }) => severity === 'error');
  const warnings = conflicts.filter(({ severity }) => severity === 'warning');
  return (
    <>
      {errors.length > 0 && (
        <ul aria-label="In the way" className="mt-2 space-y-2">
          {errors.map((conflict) => (
            <ConflictRow key={keyOf(conflict)} conflict={conflict} productKey={productKey} />
          ))}
        </ul>
      )}
      {warnings.length > 0 && (
        <Fold
          summary={warnings.length === 1 ? 'One thing to look at' : `${warnings.length} things to look at`}
          className="mt-2"
        >
          <ul className="mt-1.5 space-y-2">
            {warnings.map((conflict) => (
              <ConflictRow key={keyOf(conflict)} conflict={conflict} productKey={productKey} />
            ))}
          </ul>
        </Fold>
      )}
    </>
  );
}

function ConflictRow({ conflict, productKey }: { conflict: Conflict; productKey: string }) {
  const isError = conflict.severity === 'error';
  const Icon = isError ? TriangleAlert : CircleHelp;
  return (
    <li className={cn('rounded-md px-3 py-2', isError ? 'tint tint-ring text-bad' : 'border')}>
      <p className="flex items-start gap-2 text-xs">
        <Icon
          className={cn('mt-[1px] size-3.5 shrink-0', !isError && 'text-fg-3')}
          strokeWidth={1.85}
          aria-hidden="true"
        />
        <span className="text-fg">
          <Said>{conflict.words}</Said>
        </span>
      </p>
      {conflict.repairs.length > 0 && (
        <ul className="mt-1.5 space-y-1.5 pl-[22px]">
          {conflict.repairs.map((repair) => (
            <RepairRow key={repair.words} repair={repair} productKey={productKey} />
          ))}
        </ul>
      )}
    </li>
  );
}

function keyOf({ code, at, target }: Conflict): string {
  return `${code} ${at} ${target ?? ''}`;
}
