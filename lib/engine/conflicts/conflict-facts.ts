import type { AvailabilityShares } from '../demand/carry-availability';
import type { Lineage } from '../lineage/lineage';
import type { ConflictCode, PlanChange, PlanConflict, Requirement, RequirementValue } from '../plan';
import type { AskedFreshness } from '../push/ask-promises';
import type { AskedRow } from '../push/asked-row';
import type { ConsumerDemand } from '../push/consumer-demand';
import type { ClassesIn } from '../push/house-rules';
import type { PlanNames } from '../push/plan-names';
import type { SharedAsk } from '../push/shared-ask';

/** What one consumer needs by itself: most conflicts are found in this alone, whoever else is planned beside it. */
export type OwnFacts = {
  lineage: Lineage;
  names: PlanNames;
  demand: ConsumerDemand;
  /** What everybody asks who needs the same things. */
  shared: readonly SharedAsk[];
  /** What this consumer alone asks. */
  asked: readonly AskedRow[];
  freshness: readonly AskedFreshness[];
  availability: AvailabilityShares | null;
  /** How the values it needs are classified: house rules may speak of nothing else. */
  classesIn: ClassesIn;
};

/** What it needs among all consumers that are planned together, whose classes count for it too. */
export type BesideFacts = Pick<OwnFacts, 'classesIn'> & {
  /** Of what all of them ask together, judged: what this one is a cause of and that cannot be had, or waits for an owner. */
  open: readonly Requirement[];
};

export type ConflictFacts = OwnFacts & BesideFacts;

/** A way out that somebody thought of: nothing is offered before planning again has shown that it works. */
export type Proposal = {
  words: string;
  change: PlanChange;
  loses?: string[];
  /** A record that must not fall out by it: a way to have it that leaves it out is none. */
  keeps?: string;
};

/**
 * A conflict as it is found, before repairs are tried. Repairs that a search of its own proves (schedules) come with the
 * words, which say whether there are any; the others are proposals.
 */
export type FoundConflict = Omit<PlanConflict, 'repairs' | 'people' | 'code' | 'target' | 'severity' | 'words'> & {
  code: ConflictCode;
  /** Null where `told` tells. */
  words: string | null;
  target?: string;
  severity?: 'warning';
  people?: { team: string }[];
  /** Lazily, because most plans show few of their conflicts. In the order in which they should be tried. */
  propose?: () => Proposal[];
  /** Lazily too. */
  told?: () => Pick<PlanConflict, 'words' | 'repairs'>;
  /** Others whose needs are in it too: a way out must be one for all of them together. */
  besides?: readonly string[];
  /** The requirement that cannot be had for it, where no verdict could tell by looking at the row alone. */
  refuses?: Refused;
};

/** `value` where what is needed there is more than what the provider calls it. */
export type Refused = {
  ref: string;
  kind: 'rows' | 'grain';
  value?: RequirementValue;
  supply: RequirementValue;
};

/** What makes two findings the same conflict. */
export function conflictKey(conflict: {
  code: ConflictCode;
  consumer: string;
  at: string;
  target?: string | undefined;
}): string {
  return JSON.stringify([conflict.code, conflict.consumer, conflict.at, conflict.target ?? null]);
}
