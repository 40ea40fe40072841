import { compareText } from '@/lib/base/compare-text';
import { once } from '@/lib/base/once';
import { type BesideFacts, type ConflictFacts, conflictKey, type FoundConflict, type OwnFacts } from './conflict-facts';
import { findBrokenHouseRules } from './find-broken-house-rules';
import { findCoarseGrain } from './find-coarse-grain';
import { findContradictedHouseRules } from './find-contradicted-house-rules';
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
import { findMixedUnits } from './find-mixed-units';
import { findOrphans } from './find-orphans';
import { findOtherCardinality } from './find-other-cardinality';
import { findOtherZones } from './find-other-zones';
import { findOwnerless } from './find-ownerless';
import { findPartedKeys } from './find-parted-keys';
import { findRefusedRows } from './find-refused-rows';
import { findRepeatedKeys } from './find-repeated-keys';
import { peopleOf } from './owned-by';

/** What the consumer's own needs decide is kept with them; what others name, build or ask is looked at in every plan. */
type Finder =
  | { keeps: true; find: (facts: OwnFacts) => FoundConflict[] }
  | { keeps: false; find: (facts: ConflictFacts) => FoundConflict[] };

const own = (find: (facts: OwnFacts) => FoundConflict[]): Finder => ({ keeps: true, find });
const among = (find: (facts: ConflictFacts) => FoundConflict[]): Finder => ({ keeps: false, find });

/** One finder per kind of conflict. Where two find the same, the first in this list tells it: each tells its strictest first. */
const FINDERS: readonly Finder[] = [
  own(findLateFreshness),
  own(findLateDeadlines),
  own(findLowAvailability),
  own(findHistoryOverMaximum),
  among(findBrokenHouseRules),
  own(findCoarseGrain),
  own(findContradictedNeeds),
  own(findContradictedHouseRules),
  own(findRepeatedKeys),
  own(findOtherCardinality),
  own(findFanOut),
  own(findOrphans),
  among(findRefusedRows),
  own(findMismatches),
  own(findOtherZones),
  own(findMixedUnits),
  among(findForbiddenValues),
  own(findPartedKeys),
  own(findLostHistory),
  own(findExcludedRows),
  own(findDroppedRows),
  among(findOwnerless),
  among(findDefinitions),
  among(findDuplicates),
  own(findGaps),
];

/**
 * What each finder found that looks at one consumer alone, in the order of the finders. It is kept for as long as what was
 * looked at is the same, and so holds no way out: those may look anywhere, and are thought of when they are wanted.
 */
export type OwnConflicts = readonly (readonly OwnConflict[])[];
type OwnConflict = Omit<FoundConflict, 'propose' | 'told'> & { isOpen: boolean; isTold: boolean };

export function findOwnConflicts(facts: OwnFacts): OwnConflicts {
  return FINDERS.map(({ keeps, find }) =>
    keeps
      ? find(facts).map(({ propose, told, ...conflict }) => ({
          ...conflict,
          isOpen: propose !== undefined,
          isTold: told !== undefined,
        }))
      : [],
  );
}

/**
 * Everything that stands between one consumer and what it needs, each (code, product, target) once; what cannot be had
 * comes before what can be lived with, then by product, code and target.
 */
export function findConflicts(own: OwnFacts, beside: BesideFacts, kept: OwnConflicts): FoundConflict[] {
  const facts = { ...own, ...beside };
  const found = new Map<string, FoundConflict>();
  for (const [at, finder] of FINDERS.entries())
    for (const conflict of finder.keeps
      ? (kept[at] ?? NONE).map(withWaysOut(own, facts, finder.find))
      : finder.find(facts)) {
      const key = conflictKey(conflict);
      if (found.has(key)) continue;
      const touched = [conflict.consumer, conflict.at, ...conflict.products];
      found.set(key, { ...conflict, people: peopleOf(facts.names, touched) });
    }
  return [...found.values()].sort(compareConflicts);
}

const NONE: readonly never[] = [];

/** The ways out of what was kept, found by looking again in the workspace as it is now. */
function withWaysOut(own: OwnFacts, facts: ConflictFacts, find: (facts: OwnFacts) => FoundConflict[]) {
  const foundAlone = once(() => find(own));
  return ({ isOpen, isTold, ...conflict }: OwnConflict): FoundConflict => {
    const key = once(() => conflictKey(conflict));
    const isSame = (one: FoundConflict) => conflictKey(one) === key();
    return {
      ...conflict,
      ...(isOpen ? { propose: () => find(facts).find(isSame)?.propose?.() ?? [] } : {}),
      ...(isTold ? { told: () => foundAlone().find(isSame)?.told?.() ?? { words: '', repairs: [] } } : {}),
    };
  };
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
