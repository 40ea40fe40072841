'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo, useState } from 'react';
import { Said } from '@/components/shell/said';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { versionQuery } from '@/lib/client/products';
import type { ModelDocument, ModelRecord } from '@/lib/model/records';
import { tellChanges } from './tell-changes';

type Props = {
  productKey: string;
  /** The version it is held against. */
  from: number;
  to: ModelDocument;
  /** What is said when nothing changed. */
  none: string;
};
const SHOWN_FIRST = 8;

/** What became of a model since a version, one sentence per change. */
export function ChangeList({ productKey, from, to, none }: Props) {
  const { data, error } = useQuery(versionQuery(productKey, from));
  const [isWhole, setWhole] = useState(false);
  const changes = useMemo(() => (data ? tellChanges(modelOf(data.records), to) : null), [data, to]);
  if (error) return <p className="mt-1 text-bad text-sm">The version could not be read: {error.message}</p>;
  if (!changes) return <Skeleton className="mt-2 h-3 w-2/3" />;
  if (changes.length === 0) return <p className="mt-1 text-fg-2 text-sm">{none}</p>;
  const shown = isWhole ? changes : changes.slice(0, SHOWN_FIRST);
  return (
    <>
      <ul aria-label="What changed" className="mt-1 list-disc space-y-0.5 pl-4 text-fg-2 text-sm marker:text-fg-3">
        {shown.map(({ key, words }) => (
          <li key={key}>
            <Said>{words}</Said>
          </li>
        ))}
      </ul>
      {changes.length > shown.length && (
        <Button variant="ghost" size="sm" className="mt-1 -ml-2" onClick={() => setWhole(true)}>
          Show all {changes.length}
        </Button>
      )}
    </>
  );
}

export function modelOf(records: readonly ModelRecord[]): ModelDocument {
  return { schemaVersion: 1, records: Object.fromEntries(records.map((record) => [record.id, record])) };
}
