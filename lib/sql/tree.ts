/**
 * An expression is plain data: small nodes tagged by `kind`, serialisable, with no methods. Text is kept only where it
 * is a value. Every node may say where it was written (`at`); nothing but a problem ever reads it, and two trees that
 * differ in nothing else are the same expression.
 */
export type Expression =
  | Literal
  | Column
  | Unary
  | Binary
  | Comparison
  | Logical
  | Test
  | Between
  | InList
  | Like
  | Case
  | Cast
  | Extract
  | Call
  | Aggregate;

export type SqlType =
  | 'string'
  | 'integer'
  | 'decimal'
  | 'boolean'
  | 'date'
  | 'time'
  | 'timestamp'
  | 'json'
  | 'interval'
  | 'unknown';

/** Offsets in UTF-16 code units, end exclusive. */
export type Span = { start: number; end: number };

type Placed = { at?: Span | undefined };

/** Numbers stay decimal text, because a number of JavaScript would lose digits. */
export type Literal = Placed & { kind: 'literal' } & (
    | { type: 'string' | 'number' | 'date' | 'time' | 'timestamp' | 'interval'; value: string }
    | { type: 'boolean'; value: boolean }
    | { type: 'null'; value: null }
  );

export type Column = Placed & { kind: 'column'; qualifier: string | null; name: string };

export type Unary = Placed & { kind: 'unary'; operator: '-' | '+' | 'not'; operand: Expression };

export type Binary = Placed & { kind: 'binary'; operator: BinaryOperator; left: Expression; right: Expression };
export type BinaryOperator = '+' | '-' | '*' | '/' | '%' | '||';

export type Comparison = Placed & {
  kind: 'comparison';
  operator: ComparisonOperator;
  left: Expression;
  right: Expression;
};
export type ComparisonOperator = '=' | '<>' | '<' | '<=' | '>' | '>=' | 'is distinct from' | 'is not distinct from';

/** Two operands or more; an `and` written inside an `and` in parentheses stays a node of its own. */
export type Logical = Placed & { kind: 'and' | 'or'; operands: Expression[] };

type Test = Placed & { kind: 'test'; test: 'null' | 'true' | 'false'; negated: boolean; operand: Expression };

export type Between = Placed & {
  kind: 'between';
  negated: boolean;
  operand: Expression;
  low: Expression;
  high: Expression;
};

export type InList = Placed & { kind: 'in'; negated: boolean; operand: Expression; items: Expression[] };

/** No escape character unless one is given, as in the SQL standard. */
export type Like = Placed & {
  kind: 'like';
  operator: 'like' | 'ilike';
  negated: boolean;
  operand: Expression;
  pattern: Expression;
  escape: Expression | null;
};

/** Searched when `subject` is null. A missing `else` is null in SQL, and stays missing here. */
export type Case = Placed & { kind: 'case'; subject: Expression | null; arms: CaseArm[]; otherwise: Expression | null };
export type CaseArm = { when: Expression; result: Expression };

/** `safe` is try_cast: what cannot be converted becomes null. `size` is written for decimals only. */
export type Cast = Placed & {
  kind: 'cast';
  safe: boolean;
  operand: Expression;
  to: CastType;
  size: DecimalSize | null;
};
export type CastType = Exclude<SqlType, 'interval' | 'json' | 'unknown'>;
export type DecimalSize = { precision: number; scale: number };

type Extract = Placed & { kind: 'extract'; part: ExtractPart; operand: Expression };
export type ExtractPart =
  | 'year'
  | 'isoyear'
  | 'quarter'
  | 'month'
  | 'week'
  | 'day'
  | 'dow'
  | 'isodow'
  | 'doy'
  | 'hour'
  | 'minute'
  | 'second'
  | 'epoch';

export type Call = Placed & { kind: 'call'; name: string; arguments: Expression[] };

/** `count(*)` is the count without arguments. */
export type Aggregate = Placed & { kind: 'aggregate'; name: string; distinct: boolean; arguments: Expression[] };
