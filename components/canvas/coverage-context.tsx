'use client';

import { createContext, type ReactNode, useCallback, useContext } from 'react';
import { createExternalStore, type ExternalStore } from '@/components/editor/external-store';
import { isSameList } from '@/components/editor/is-same-list';
import { useStoreValue } from '@/components/editor/use-store-value';
import type { Coverage } from '@/lib/api/preview';
import type { RecordId } from '@/lib/model/records';

export type CoverageByRecord = Readonly<Record<RecordId, Coverage>>;

const NOTHING_KNOWN = createExternalStore<CoverageByRecord | null>(null);
const CoverageContext = createContext<ExternalStore<CoverageByRecord | null>>(NOTHING_KNOWN);

/** Whether upstream meets each record, from the newest preview; a mark changes without its card being told. */
export function CoverageProvider({
  coverage,
  children,
}: {
  coverage: ExternalStore<CoverageByRecord | null>;
  children: ReactNode;
}) {
  return <CoverageContext value={coverage}>{children}</CoverageContext>;
}

/** Null while no preview has come back yet. */
export function useCoverage(id: RecordId): Coverage | null {
  const coverage = useContext(CoverageContext);
  return useStoreValue(
    coverage,
    useCallback((known: CoverageByRecord | null) => coverageIn(known, id), [id]),
  );
}

/** The same for all the rows of a card at once. */
export function useCoverages(ids: readonly RecordId[]): readonly (Coverage | null)[] {
  const coverage = useContext(CoverageContext);
  return useStoreValue(
    coverage,
    useCallback((known: CoverageByRecord | null) => ids.map((id) => coverageIn(known, id)), [ids]),
    isSameList,
  );
}

/** Of what nothing uses, which is most of a large model, a preview does not speak. */
function coverageIn(known: CoverageByRecord | null, id: RecordId): Coverage | null {
  return known && (known[id] ?? 'unused');
}
