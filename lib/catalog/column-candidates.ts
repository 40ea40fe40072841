import { compareText } from '@/lib/base/compare-text';
import type { AttributeRecord } from '@/lib/model/records';
import { isAssignable } from '@/lib/sql/types';
import { type CandidateReason, namingReasons, weighReasons } from './candidates';
import type { About } from './naming';
import type { Source } from './snapshot';

const OF_A_TABLE: About = { words: new Set(), where: 'same-thing' };

/** A column of the inventory that could be what an attribute holds. */
export type ColumnCandidate = { table: string; column: string; score: number; reasons: CandidateReason[] };

/**
 * What the inventory has for an attribute of a source product, best first. As with attributes, a name in common makes a
 * candidate and everything else only ranks it; a table the entity reads already comes before the others.
 */
export function findColumnCandidates(
  sources: readonly Source[],
  wish: Pick<AttributeRecord, 'name' | 'label' | 'synonyms' | 'type'>,
  tablesRead: ReadonlySet<string>,
): ColumnCandidate[] {
  const found = sources.flatMap(({ key, tables }) =>
    tables.flatMap((table) => {
      const ref = `${key}.${table.name}`;
      return table.columns.flatMap(({ name, type }): ColumnCandidate[] => {
        const named = namingReasons(wish, { name, label: null, synonyms: [] }, OF_A_TABLE);
        if (named.length === 0 || !isAssignable(type, wish.type)) return [];
        const reasons: CandidateReason[] = [
          ...named,
          { code: type === wish.type ? 'same-type' : 'fitting-type', type },
          ...(tablesRead.has(ref) ? [{ code: 'already-an-input' as const, entity: table.name }] : []),
        ];
        return [{ table: ref, column: name, score: weighReasons(reasons), reasons }];
      });
    }),
  );
  return found.sort((a, b) => b.score - a.score || compareText(a.table, b.table) || compareText(a.column, b.column));
}
