'use client';

import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import { useFormat } from '@/components/shell/use-format';
import { Badge } from '@/components/ui/badge';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { versionsQuery } from '@/lib/client/products';

/** What has been sent upstream, newest first; none of these can change any more. */
export function VersionsTab({ productKey }: { productKey: string }) {
  const { data, error, isPending, isFetching, refetch } = useQuery(versionsQuery(productKey));
  const format = useFormat();
  if (isPending) return <LoadingRows label="Reading the versions" rows={3} className="mx-auto max-w-3xl p-6" />;
  if (error)
    return (
      <ProblemState
        title="The versions could not be read"
        detail={error.message}
        onRetry={() => void refetch()}
        isRetrying={isFetching}
        size="page"
      />
    );
  if (data.versions.length === 0)
    return (
      <EmptyState icon={History} title="Nothing has been sent yet">
        The first time you send upstream, what is drawn becomes version 1.
      </EmptyState>
    );
  return (
    <div className="h-full overflow-y-auto">
      <ol aria-label="Versions" className="mx-auto max-w-3xl space-y-1.5 px-6 py-6">
        {data.versions.map(({ number, at, by, reason }, index) => (
          <li key={number} className="flex items-start gap-3 rounded-lg border bg-surface px-3.5 py-2.5 shadow-card">
            <span className="w-10 shrink-0 font-semibold text-lg tabular-nums">{number}</span>
            <span className="min-w-0 flex-1">
              <span className="block text-base">{reason}</span>
              <span className="block text-fg-3 text-xs">
                {by?.name ?? 'Nobody by name'} · {format.moment(at)}
              </span>
            </span>
            {index === 0 && <Badge tone="accent">stands now</Badge>}
          </li>
        ))}
      </ol>
    </div>
  );
}
