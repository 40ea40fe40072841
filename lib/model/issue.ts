import type { SqlProblem, SqlTypeProblem } from '@/lib/sql/problem';
import type { SqlType } from '@/lib/sql/tree';
import type { SaidUnit } from '@/lib/sql/unit-of';
import type { PatternProblem } from './pattern-problem';
import type { AttributeType, ModelRecord, RecordId, RecordKind } from './records';
import type { ReferencePath } from './references';
import type { ExpectationRule } from './rule';

/**
 * Something wrong with a model: a code, the record it stands at (null: the model as a whole) and facts, never a
 * sentence; `describeIssue` makes those in either vocabulary. An error keeps its record out of the plan and the model
 * from being sent; a warning does neither.
 */
export type Issue = { severity: 'error' | 'warning'; at: RecordId | null; fix?: Fix } & IssueFacts;
export type IssueCode = Issue['code'];
export type IssueOf<C extends IssueCode> = Extract<Issue, { code: C }>;

/** Where in its record an expression is written; joins are counted from 0. */
export type ExpressionPlace =
  | { in: 'expression' | 'filter' | 'where' | 'formula' | 'condition' | 'when' }
  | { in: 'on'; join: number };

/** What of a metric, measure, driver or expectation needs the way to another entity. */
export type ReachPlace =
  | ExpressionPlace
  | { in: 'time' | 'slice' | 'by'; attributeId: RecordId; role?: string }
  | { in: 'segment'; segmentId: RecordId };

type IssueFacts =
  // What a record is
  | { code: 'unusable-name'; name: string }
  | { code: 'name-collision'; name: string; otherId: RecordId }
  | { code: 'label-collision'; label: string; otherId: RecordId }
  | { code: 'alias-collision'; alias: string }
  | { code: 'dangling-reference'; field: string; missing: string }
  | { code: 'missing-grain' }
  // How entities hang together
  | { code: 'relationship-without-cardinality' }
  | { code: 'unequal-keys'; fromCount: number; toCount: number }
  | { code: 'incompatible-keys'; fromId: RecordId; toId: RecordId; fromType: AttributeType; toType: AttributeType }
  | { code: 'one-end-not-unique'; entityId: RecordId; attributeIds: RecordId[]; grain: RecordId[] }
  | { code: 'derivation-cycle'; around: RecordId[] }
  | { code: 'formula-cycle'; around: RecordId[] }
  | { code: 'driver-cycle'; around: RecordId[] }
  // What is written
  | { code: 'expression-missing'; place: ExpressionPlace }
  | { code: 'expression-does-not-parse'; place: ExpressionPlace; problem: SqlProblem }
  | {
      code: 'expression-unknown-name';
      place: ExpressionPlace;
      qualifier: string | null;
      name: string;
      /** As it would be written there. */
      nearest: string | null;
    }
  | { code: 'expression-wrong-type'; place: ExpressionPlace; wanted: readonly SqlType[]; found: SqlType }
  | { code: 'expression-not-computable'; place: ExpressionPlace; problem: SqlTypeProblem }
  | { code: 'aggregate-in-row-expression'; place: ExpressionPlace; aggregate: string }
  | { code: 'aggregate-missing'; place: ExpressionPlace; column: string }
  | { code: 'aggregate-in-group-key'; entityId: RecordId; aggregate: string }
  | { code: 'expectation-misplaced'; rule: ExpectationRule['rule']; on: RecordKind | 'model' }
  | { code: 'value-does-not-fit'; onId: RecordId; value: string | number | boolean; type: AttributeType }
  | { code: 'nothing-between'; min: string | number | boolean; max: string | number | boolean }
  | { code: 'bounds-missing' }
  | { code: 'pattern-of-no-text'; onId: RecordId; type: AttributeType; regex: string }
  | { code: 'pattern-cannot-be-read'; regex: string; problem: PatternProblem }
  | { code: 'no-such-time-zone'; zone: string }
  | { code: 'no-such-period'; period: string }
  // What a metric would count
  | { code: 'metric-unfinished'; part: 'measure' | 'numerator' | 'denominator' | 'metric' | 'formula' | 'window' }
  | { code: 'metric-of-too-many-rows'; max: number }
  | { code: 'percentile-missing' }
  | { code: 'driver-unfinished'; part: 'driven metric' | 'cut' }
  | { code: 'metric-without-time'; partTimes: RecordId[] }
  | { code: 'time-is-no-time'; attributeId: RecordId; type: AttributeType }
  | { code: 'no-path'; place: ReachPlace; fromId: RecordId; toId: RecordId }
  | { code: 'several-paths'; place: ReachPlace; fromId: RecordId; toId: RecordId; paths: ReferencePath[] }
  | { code: 'fan-out'; place: ReachPlace; fromId: RecordId; toId: RecordId; path: ReferencePath; turnsAt: RecordId }
  | { code: 'chasm'; place: ReachPlace; fromId: RecordId; toId: RecordId; path: ReferencePath; turnsAt: RecordId }
  | { code: 'stock-summed-over-time'; measureId: RecordId }
  | { code: 'unit-summed'; measureId: RecordId }
  | { code: 'unit-differs'; unit: string; from: SaidUnit }
  | { code: 'units-mixed'; left: SaidUnit; right: SaidUnit }
  | { code: 'average-of-a-ratio'; place: ExpressionPlace; ratio: string }
  | { code: 'ratio-at-different-times'; numeratorTimeId: RecordId; denominatorTimeId: RecordId }
  | {
      code: 'definition-conflict';
      name: string;
      product: string;
      ownerKey: string | null;
      /** Products of other formulas again, and how many besides. */
      also: string[];
      more: number;
    }
  // What the organisation asks of a use case
  | { code: 'personal-data-without-purpose'; attributeId: RecordId }
  | { code: 'use-case-without-owner' };

/** A change that would put an issue right, ready to be made: the same shape a draft is saved in. */
export type Fix = { does: FixVerb; put: ModelRecord[]; remove: RecordId[] };
type FixVerb =
  | { verb: 'write-instead'; written: string }
  | { verb: 'wish-for'; attributeId: RecordId }
  | { verb: 'set-grain'; entityId: RecordId; attributeIds: RecordId[] }
  | { verb: 'set-cardinality'; cardinality: 'one-to-one' | 'many-to-one' | 'one-to-many' }
  | { verb: 'set-label'; label: string }
  | { verb: 'set-type'; type: AttributeType }
  | { verb: 'set-unit'; unit: string }
  | { verb: 'set-time'; attributeId: RecordId }
  | { verb: 'leave-out-slice'; attributeId: RecordId };
