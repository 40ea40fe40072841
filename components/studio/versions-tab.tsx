'use client';

import { useQuery } from '@tanstack/react-query';
import { History } from 'lucide-react';
import type { EditorState } from '@/components/editor/editor';
import { useEditorValue } from '@/components/editor/editor-context';
import { EmptyState } from '@/components/ui/empty-state';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { versionsQuery } from '@/lib/client/products';
import { ChangeList } from './change-list';
import { VersionRow } from './version-row';

type Props = { productKey: string; onShowCanvas: () => void };
const selectDocument = (state: EditorState) => state.document;

/** What has been sent upstream, newest first, and what is drawn since; none of the sent ones can change any more. */
export function VersionsTab({ productKey, onShowCanvas }: Props) {
  const { data, error, isPending, isFetching, refetch } = useQuery(versionsQuery(productKey));
  const document = useEditorValue(selectDocument);
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
  const [newest] = data.versions;
  if (newest === undefined)
    return (
      <EmptyState icon={History} title="Nothing has been sent yet">
        The first time you send upstream, what is drawn becomes version 1.
      </EmptyState>
    );
  return (
    <div className="h-full overflow-y-auto">
      <div className="mx-auto max-w-3xl space-y-1.5 px-6 py-6">
        <section aria-label="Drawn since" className="mb-4 rounded-lg border border-dashed px-3.5 py-2.5">
          <h2 className="flex items-center gap-2 font-medium text-base">What is drawn since</h2>
          <ChangeList
            productKey={productKey}
            from={newest.number}
            to={document}
            none={`Nothing has changed since version ${newest.number}.`}
          />
        </section>
        <ol aria-label="Versions" className="space-y-1.5">
          {data.versions.map((version, index) => (
            <VersionRow
              key={version.number}
              productKey={productKey}
              version={version}
              before={data.versions[index + 1]?.number ?? null}
              isNewest={index === 0}
              onShowCanvas={onShowCanvas}
            />
          ))}
        </ol>
      </div>
    </div>
  );
}
