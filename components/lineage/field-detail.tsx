'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { LoadingRows } from '@/components/ui/loading-rows';
import { Mono } from '@/components/ui/mono';
import { ProblemState } from '@/components/ui/problem-state';
import { TextLink } from '@/components/ui/text-link';
import type { FieldTrace, LineageProduct } from '@/lib/api/lineage';

type Props = { product: LineageProduct; trace: UseQueryResult<FieldTrace>; onBack: () => void };

/** One field from the column it is read from to the numbers that stand on it. */
export function FieldDetail({ product, trace, onBack }: Props) {
  const found = trace.data;
  return (
    <>
      <div className="border-b px-3.5 pt-2.5 pr-10 pb-2">
        <button type="button" onClick={onBack} className="rounded-xs text-accent-text text-xs hover:underline">
          ‹ All of {product.name}
        </button>
        <h2 className="break-words font-semibold text-base tracking-[-0.012em]">
          {found?.fields[0]?.label ?? 'Field'}
        </h2>
      </div>
      {trace.isPending && <LoadingRows label="Following the field" rows={2} />}
      {trace.isError && (
        <ProblemState
          title="The field could not be followed"
          detail={trace.error.message}
          onRetry={() => void trace.refetch()}
          isRetrying={trace.isFetching}
        />
      )}
      {found && (
        <div className="max-h-[38vh] space-y-2.5 overflow-y-auto px-3.5 py-2.5 text-sm">
          <div>
            <h3 className="font-medium text-fg-3 text-xs">Read from</h3>
            {found.columns.length === 0 && <p className="text-fg-2">No column yet.</p>}
            <ul>
              {found.columns.map((column) => (
                <li key={column}>
                  <Mono className="break-all text-xs">{column}</Mono>
                </li>
              ))}
            </ul>
          </div>
          <div>
            <h3 className="font-medium text-fg-3 text-xs">Numbers that stand on it</h3>
            {found.metrics.length === 0 && <p className="text-fg-2">None.</p>}
            <ul>
              {found.metrics.map(({ product: key, metric, label }) => (
                <li key={`${key} ${metric}`} className="flex min-h-6 items-center">
                  <TextLink href={`/catalog/${key}`}>{label}</TextLink>
                </li>
              ))}
            </ul>
          </div>
        </div>
      )}
    </>
  );
}
