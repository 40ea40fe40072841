import { compareText } from '@/lib/base/compare-text';
import type { AttributeRecord } from '@/lib/model/records';
import { type CandidateReason, namingReasons, weighReasons } from './candidates';
import { mapFields } from './map-fields';
import type { Naming } from './naming';
import type { Source } from './snapshot';

/** A table of the inventory that an entity could be a row by row copy of. */
export type TableCandidate = { table: string; score: number; reasons: CandidateReason[] };

/**
 * What the inventory has for a whole entity, best first: tables called like it, or holding at least half of what is
 * wished of it under those names. Nothing in common, no candidate.
 */
export function findTableCandidates(
  sources: readonly Source[],
  wish: Naming,
  wished: readonly Pick<AttributeRecord, 'name' | 'label' | 'synonyms' | 'type'>[],
): TableCandidate[] {
  const found = sources.flatMap(({ key, tables }) =>
    tables.flatMap((table): TableCandidate[] => {
      const named = namingReasons(wish, { name: table.name, label: null, synonyms: [] });
      const columns = table.columns.map(({ name, type }) => ({ name, label: null, synonyms: [], type }));
      const shared = [...mapFields(wished, columns, new Set())].flatMap(([name, of]) => (of === null ? [] : [name]));
      if (named.length === 0 && (shared.length === 0 || shared.length * 2 < wished.length)) return [];
      const reasons: CandidateReason[] = [
        ...named,
        ...(shared.length > 0 ? [{ code: 'shares-attributes' as const, names: shared, of: wished.length }] : []),
      ];
      return [{ table: `${key}.${table.name}`, score: weighReasons(reasons), reasons }];
    }),
  );
  return found.sort((a, b) => b.score - a.score || compareText(a.table, b.table));
}
