'use client';

import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, useCallback, useContext, useEffect, useState } from 'react';
import { createExternalStore, type ExternalStore } from '@/components/editor/external-store';
import { useStoreValue } from '@/components/editor/use-store-value';
import { commentCountsQuery } from '@/lib/client/comments';
import type { RecordId } from '@/lib/model/records';

type Counts = Readonly<Record<RecordId, number>>;

const NONE = createExternalStore<Counts>({});
const CommentCountsContext = createContext<ExternalStore<Counts>>(NONE);

/** How many threads stand open at each record; a card is drawn anew only when its own number changes. */
export function CommentCountsProvider({ productKey, children }: { productKey: string; children: ReactNode }) {
  const { data } = useQuery(commentCountsQuery(productKey));
  const [counts] = useState(() => createExternalStore<Counts>({}));
  useEffect(() => {
    if (data) counts.set(Object.fromEntries(data.records.map(({ record, open }) => [record, open])));
  }, [counts, data]);
  return <CommentCountsContext value={counts}>{children}</CommentCountsContext>;
}

export function useCommentCount(id: RecordId): number {
  return useStoreValue(
    useContext(CommentCountsContext),
    useCallback((counts: Counts) => counts[id] ?? 0, [id]),
  );
}
