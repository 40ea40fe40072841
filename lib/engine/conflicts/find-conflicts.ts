import { compareText } from '@/lib/base/compare-text';
import { type ConflictFacts, conflictKey, type FoundConflict } from './conflict-facts';
import { findLateFreshness } from './find-late-freshness';

type FindConflicts = (facts: ConflictFacts) => FoundConflict[];

/** One finder per kind of conflict. Where two find the same, the first in this list tells it: each tells its strictest first. */
const FINDERS: readonly FindConflicts[] = [findLateFreshness];

/**
 * Everything that stands between one consumer and what it needs, each (code, product, target) once; what cannot be had
 * comes before what can be lived with, then by product, code and target.
 */
export function findConflicts(facts: ConflictFacts): FoundConflict[] {
  const found = new Map<string, FoundConflict>();
  for (const find of FINDERS)
    for (const conflict of find(facts)) {
      const key = conflictKey(conflict);
      if (!found.has(key)) found.set(key, conflict);
    }
  return [...found.values()].sort(compareConflicts);
}

function compareConflicts(a: FoundConflict, b: FoundConflict): number {
  return (
    Number(a.severity === 'warning') - Number(b.severity === 'warning') ||
    Number(a.code !== 'infeasible-freshness') - Number(b.code !== 'infeasible-freshness') ||
    compareText(a.at, b.at) ||
    compareText(a.code, b.code) ||
    compareText(a.target ?? '', b.target ?? '')
  );
}
