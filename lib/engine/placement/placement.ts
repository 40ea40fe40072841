import type { Expression } from '@/lib/sql/tree';
import type { CompiledEntity } from '../lineage/lineage';

/**
 * Where a rule is checked once it has moved as far left as is sound. A rule is a predicate over one entity's attributes
 * and is two-valued: a row breaks it where the predicate is false, so what is not known passes. A rule that nulls must
 * fail says so itself, with `is not null` or `is true`.
 *
 * exact: the checks hold if and only if the rule does. sufficient: if the checks hold, so does the rule, and a check may
 * alarm without need. necessary: if the rule holds, so does the check; an early warning, beside the rule and never for it.
 */
export type Strength = 'exact' | 'sufficient' | 'necessary';

export type Placement = {
  entity: CompiledEntity;
  /** Over this entity's attributes, by bare name. */
  predicate: Expression;
  strength: Strength;
  /** One row here stands for one row there, so that a share of bad rows is the same share. */
  sameRows: boolean;
  /** Why it goes no further left; null at a source, where there is nothing further left. */
  stays: StayReason | null;
};

/** Why a rule is not checked further left. Sentences are made by `describeStay`. */
export type StayReason =
  | 'two-inputs'
  | 'either-side'
  | 'total'
  | 'count'
  | 'many-rows'
  | 'rounding'
  | 'changes'
  | 'unbound'
  | 'too-long'
  | 'looked-up'
  | 'default-decides'
  | 'never'
  | 'cannot-tell';

/** What stands further along a chain of moves is worth as much as its weakest move; null where that is nothing. */
export function chainStrengths(a: Strength, b: Strength): Strength | null {
  if (a === 'exact') return b;
  if (b === 'exact' || a === b) return a;
  return null;
}
