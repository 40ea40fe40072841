import { compareText } from '@/lib/base/compare-text';
import { type ConflictFacts, conflictKey, type FoundConflict } from './conflict-facts';
import { findCoarseGrain } from './find-coarse-grain';
import { findContradictedNeeds } from './find-contradicted-needs';
import { findDefinitions } from './find-definitions';
import { findDroppedRows } from './find-dropped-rows';
import { findDuplicates } from './find-duplicates';
import { findExcludedRows } from './find-excluded-rows';
import { findFanOut } from './find-fan-out';
import { findForbiddenValues } from './find-forbidden-values';
import { findGaps } from './find-gaps';
import { findHistoryOverMaximum } from './find-history-over-maximum';
import { findLateDeadlines } from './find-late-deadlines';
import { findLateFreshness } from './find-late-freshness';
import { findLostHistory } from './find-lost-history';
import { findLowAvailability } from './find-low-availability';
import { findMismatches } from './find-mismatches';
import { findOtherCardinality } from './find-other-cardinality';
import { findOwnerless } from './find-ownerless';
import { findRefusedRows } from './find-refused-rows';
import { findRepeatedKeys } from './find-repeated-keys';
import { peopleOf } from './owned-by';

type FindConflicts = (facts: ConflictFacts) => FoundConflict[];

/** One finder per kind of conflict. Where two find the same, the first in this list tells it: each tells its strictest first. */
const FINDERS: readonly FindConflicts[] = [
  findLateFreshness,
  findLateDeadlines,
  findLowAvailability,
  findHistoryOverMaximum,
  findCoarseGrain,
  findRepeatedKeys,
  findOtherCardinality,
  findFanOut,
  findContradictedNeeds,
  findRefusedRows,
  findMismatches,
  findForbiddenValues,
  findLostHistory,
  findExcludedRows,
  findDroppedRows,
  findOwnerless,
  findDefinitions,
  findDuplicates,
  findGaps,
];

/**
 * Everything that stands between one consumer and what it needs, each (code, product, target) once; what cannot be had
 * comes before what can be lived with, then by product, code and target.
 */
export function findConflicts(facts: ConflictFacts): FoundConflict[] {
  const found = new Map<string, FoundConflict>();
  for (const find of FINDERS)
    for (const conflict of find(facts)) {
      const key = conflictKey(conflict);
      if (found.has(key)) continue;
      const touched = [conflict.consumer, conflict.at, ...conflict.products];
      found.set(key, { ...conflict, people: peopleOf(facts.names, touched) });
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
