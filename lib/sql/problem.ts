import type { Span, SqlType } from './tree';

/** Why a text is not an expression. Facts only: the sentence is made by `describeSqlProblem`. */
export type SqlProblem = { at: Span } & (
  | { code: 'empty' }
  | { code: 'too-long'; length: number; lengthMax: number }
  | { code: 'too-deep'; depthMax: number }
  | { code: 'forbidden-character'; character: string }
  | { code: 'comment' }
  | { code: 'semicolon' }
  | { code: 'parameter'; text: string }
  | { code: 'statement'; word: string }
  | { code: 'subquery' }
  | { code: 'window' }
  | { code: 'unsupported'; construct: string }
  | { code: 'unterminated-string' }
  | { code: 'unterminated-identifier' }
  | { code: 'empty-identifier' }
  | { code: 'reserved-word'; word: string }
  | { code: 'too-many-qualifiers'; name: string }
  | { code: 'bad-number'; text: string }
  | { code: 'bad-literal'; type: SqlType; text: string }
  | { code: 'unknown-type'; name: string; nearest: string | null }
  | { code: 'type-size'; name: string }
  | { code: 'unknown-function'; name: string; nearest: string | null }
  | { code: 'argument-count'; name: string; min: number; max: number | null; found: number }
  | { code: 'word-argument'; name: string; allowed: readonly string[] }
  | { code: 'number-argument'; name: string; min: number; max: number; whole: boolean }
  | { code: 'distinct-not-allowed'; name: string }
  | { code: 'chained-comparison'; operator: string }
  | { code: 'expected'; expected: string; found: string }
  | { code: 'unexpected'; found: string }
);

/** Why an expression that parses cannot be computed. `at` is null when the node was not written but made. */
export type SqlTypeProblem = { at: Span | null } & (
  | { code: 'unknown-column'; qualifier: string | null; name: string; nearest: string | null }
  | { code: 'wrong-operand'; operator: string; wanted: readonly SqlType[]; found: SqlType }
  | { code: 'not-comparable'; operator: string; left: SqlType; right: SqlType }
  | { code: 'not-combinable'; operator: string; left: SqlType; right: SqlType }
  | { code: 'wrong-argument'; name: string; position: number; wanted: readonly SqlType[]; found: SqlType }
  | { code: 'not-castable'; from: SqlType; to: SqlType }
  | { code: 'no-such-part'; part: string; type: SqlType }
  | { code: 'nested-aggregate'; name: string }
);
