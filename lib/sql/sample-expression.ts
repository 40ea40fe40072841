import { SAMPLE_COLUMNS } from './sample-table';
import type { Expression, SqlType } from './tree';

/** A number from 0 up to, not including, `below`: the only randomness, and it comes from outside. */
export type Choose = (below: number) => number;

/** A repeatable stream of choices: the same seed makes the same expression on any machine. */
export function chooserOf(seed: number): Choose {
  let state = (seed * 2_654_435_761 + 12_345) % 4_294_967_296;
  return (below) => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return Math.floor((state / 4_294_967_296) * below);
  };
}

export type SampleType = 'string' | 'integer' | 'decimal' | 'boolean' | 'date' | 'time' | 'timestamp';
export const SAMPLE_TYPES: readonly SampleType[] = [
  'string',
  'integer',
  'decimal',
  'boolean',
  'date',
  'time',
  'timestamp',
];

type Sampler = (depth: number) => Expression;
type Samplers = Record<SampleType, Sampler>;

/**
 * A well-typed expression over the sample table, at most `depth` levels above its leaves. With `isPlain` only constructs
 * that every engine reads and computes alike without help, so that our own text can be run as it stands.
 */
export function sampleExpression(choose: Choose, type: SampleType, depth: number, isPlain = false): Expression {
  const samplers = makeSamplers(choose, isPlain);
  return samplers[type](depth);
}

function makeSamplers(choose: Choose, isPlain: boolean): Samplers {
  const pick = <T>(list: readonly T[]): T => {
    const found = list[choose(list.length)];
    if (found === undefined) throw new Error('nothing to choose from');
    return found;
  };
  const leaf = (type: SampleType): Expression => (choose(3) > 0 ? sampleColumn(pick, type) : sampleLiteral(pick, type));

  const make = (type: SampleType): Sampler => {
    const sampler: Sampler = (depth) => {
      if (depth <= 0 || choose(6) === 0) return leaf(type);
      const of = (wanted: SampleType): Expression => samplers[wanted](depth - 1);
      const general = choose(4) === 0 ? sampleAny(pick, of, type, choose) : null;
      return general ?? SHAPES[type](pick, of, choose, isPlain);
    };
    return sampler;
  };
  const samplers: Samplers = {
    string: make('string'),
    integer: make('integer'),
    decimal: make('decimal'),
    boolean: make('boolean'),
    date: make('date'),
    time: make('time'),
    timestamp: make('timestamp'),
  };
  return samplers;
}

type Pick = <T>(list: readonly T[]) => T;
type Of = (type: SampleType) => Expression;
type Shape = (pick: Pick, of: Of, choose: Choose, isPlain: boolean) => Expression;

function sampleColumn(pick: Pick, type: SampleType): Expression {
  const { name } = pick(SAMPLE_COLUMNS.filter((column) => column.type === type));
  return { kind: 'column', qualifier: pick([null, 's']), name };
}

const LITERALS: Record<SampleType, readonly string[]> = {
  string: ['abc', '', "it's", 'a%', 'B', '%', '_', '2024-02-29', '12', '--', ';', '\\'],
  integer: ['0', '1', '2', '7', '100'],
  decimal: ['0.5', '1.0', '2.5', '100.0', '0.01'],
  boolean: ['true', 'false'],
  date: ['2024-02-29', '1999-12-31', '2024-01-01'],
  time: ['06:30:00', '23:59:59'],
  timestamp: ['2024-02-29 06:30:15.25', '2024-01-01 00:00:00'],
};

function sampleLiteral(pick: Pick, type: SampleType): Expression {
  const value = pick(LITERALS[type]);
  if (type === 'boolean') return { kind: 'literal', type, value: value === 'true' };
  if (type === 'integer' || type === 'decimal') return { kind: 'literal', type: 'number', value };
  return { kind: 'literal', type, value };
}

/** Shapes every type has. */
function sampleAny(pick: Pick, of: Of, type: SampleType, choose: Choose): Expression {
  const shapes: (() => Expression)[] = [
    () => call('coalesce', of(type), of(type)),
    () => call('nullif', of(type), of(type)),
    () => ({
      kind: 'case',
      subject: null,
      arms: [{ when: of('boolean'), result: of(type) }],
      otherwise: choose(2) ? of(type) : null,
    }),
    () => {
      const subject = pick(['string', 'integer', 'date'] as const);
      const arms = [0, 1].map(() => ({ when: of(subject), result: of(type) }));
      return { kind: 'case', subject: of(subject), arms, otherwise: of(type) };
    },
  ];
  if (type !== 'boolean' && type !== 'string') shapes.push(() => call(pick(['greatest', 'least']), of(type), of(type)));
  return pick(shapes)();
}

const SHAPES: Record<SampleType, Shape> = {
  boolean: sampleBoolean,
  integer: sampleInteger,
  decimal: sampleDecimal,
  string: sampleString,
  date: sampleDate,
  time: (_pick, of, _choose, isPlain) => (isPlain ? of('time') : cast(of('timestamp'), 'time')),
  timestamp: sampleTimestamp,
};

function sampleBoolean(pick: Pick, of: Of, choose: Choose, isPlain: boolean): Expression {
  const some = pick(['integer', 'decimal', 'string', 'date', 'timestamp', 'time'] as const);
  const negated = choose(2) === 0;
  const shapes: (() => Expression)[] = [
    () => ({ kind: 'comparison', operator: pick(['=', '<>'] as const), left: of(some), right: of(some) }),
    () => ({ kind: 'comparison', operator: pick(['<', '<=', '>', '>='] as const), left: of(some), right: of(some) }),
    () => ({
      kind: 'comparison',
      operator: pick(['is distinct from', 'is not distinct from'] as const),
      left: of(some),
      right: of(some),
    }),
    () => ({ kind: pick(['and', 'or'] as const), operands: [0, 1, 2].slice(choose(2)).map(() => of('boolean')) }),
    () => ({ kind: 'unary', operator: 'not', operand: of('boolean') }),
    () => ({ kind: 'test', test: 'null', negated, operand: of(some) }),
    () => ({ kind: 'test', test: pick(['true', 'false'] as const), negated, operand: of('boolean') }),
    () => ({ kind: 'between', negated, operand: of(some), low: of(some), high: of(some) }),
    () => ({ kind: 'in', negated, operand: of(some), items: [0, 1, 2].slice(choose(3)).map(() => of(some)) }),
    () => ({ kind: 'like', operator: 'like', negated, operand: of('string'), pattern: text('%b%'), escape: null }),
  ];
  if (!isPlain) {
    const inText = pick(['contains', 'starts_with', 'ends_with']);
    shapes.push(
      () => call(inText, of('string'), of('string')),
      () => call('regexp_like', of('string'), text('^[a-z]+$')),
      () => ({
        kind: 'like',
        operator: 'ilike',
        negated,
        operand: of('string'),
        pattern: text('a!%%'),
        escape: text('!'),
      }),
      () => cast(of('integer'), 'boolean'),
    );
  }
  return pick(shapes)();
}

function sampleInteger(pick: Pick, of: Of, _choose: Choose, isPlain: boolean): Expression {
  const shapes: (() => Expression)[] = [
    () => binary(pick(['+', '-', '*'] as const), of('integer'), of('integer')),
    () => ({ kind: 'unary', operator: pick(['-', '+'] as const), operand: of('integer') }),
    () => call('abs', of('integer')),
    () => call('length', of('string')),
    () => binary('-', of('date'), of('date')),
  ];
  if (!isPlain) {
    shapes.push(
      () => binary('%', of('integer'), of('integer')),
      () => call('div', of('integer'), of('integer')),
      () => call('sign', of('decimal')),
      () => call('strpos', of('string'), of('string')),
      () => ({ kind: 'extract', part: pick(['year', 'month', 'week', 'doy', 'dow'] as const), operand: of('date') }),
      () => ({ kind: 'extract', part: pick(['hour', 'second', 'epoch'] as const), operand: of('timestamp') }),
      () => call('date_diff', text(pick(['day', 'week', 'month', 'quarter', 'year'])), of('date'), of('date')),
      () => call('date_diff', text(pick(['hour', 'minute', 'second'])), of('timestamp'), of('timestamp')),
      () => cast(of(pick(['decimal', 'boolean'] as const)), 'integer'),
      () => cast(column('code'), 'integer'),
    );
  }
  return pick(shapes)();
}

function sampleDecimal(pick: Pick, of: Of, choose: Choose, isPlain: boolean): Expression {
  const other = pick(['integer', 'decimal'] as const);
  const shapes: (() => Expression)[] = [
    () => binary(pick(['+', '-', '*'] as const), of('decimal'), of(other)),
    () => ({ kind: 'unary', operator: '-', operand: of('decimal') }),
    () => call('abs', of('decimal')),
  ];
  if (!isPlain) {
    shapes.push(
      () => binary('/', of(other), of(other)),
      () => binary('%', column('amount'), of('integer')),
      () => call('round', of('decimal'), ...(choose(2) ? [number('1')] : [])),
      () => call(pick(['floor', 'ceiling', 'trunc']), of('decimal')),
      () => call('sqrt', call('abs', of(other))),
      () => call('ln', binary('+', number('1'), call('abs', of(other)))),
      () => call('atan', of(other)),
      () => cast(of(pick(['integer', 'boolean'] as const)), 'decimal'),
      () => cast(column('code'), 'decimal'),
    );
  }
  return pick(shapes)();
}

function sampleString(pick: Pick, of: Of, _choose: Choose, isPlain: boolean): Expression {
  const shapes: (() => Expression)[] = [
    () => binary('||', of('string'), of('string')),
    () => call('upper', of('string')),
    () => call('lower', of('string')),
    () => call('reverse', of('string')),
  ];
  if (!isPlain) {
    shapes.push(
      () => call(pick(['trim', 'ltrim', 'rtrim']), of('string')),
      () => call('substring', of('string'), of('integer')),
      () => call('substring', of('string'), of('integer'), of('integer')),
      () => call(pick(['left', 'right']), of('string'), number(pick(['0', '1', '2']))),
      () => call('replace', of('string'), text('b'), of('string')),
      () => call('concat', of('string'), of('integer')),
      () => call('concat_ws', text('-'), of('string'), of('date')),
      () => call('split_part', of('string'), text('b'), number('2')),
      () => call('md5', of('string')),
      () => call('day_name', of('date')),
      () => call('format_date', of('timestamp'), text(pick(['YYYY-MM', 'YYYY', 'HH24:MI']))),
      () => call('regexp_extract', of('string'), text('[a-z]+')),
      () => cast(of(pick(['integer', 'date', 'boolean', 'time'] as const)), 'string'),
    );
  }
  return pick(shapes)();
}

function sampleDate(pick: Pick, of: Of, _choose: Choose, isPlain: boolean): Expression {
  const days = (): Expression => number(pick(['1', '30']));
  if (isPlain) return binary(pick(['+', '-'] as const), of('date'), days());
  const shapes: (() => Expression)[] = [
    () => binary(pick(['+', '-'] as const), of('date'), days()),
    () => binary('+', of('date'), call('length', of('string'))),
    () => cast(of('timestamp'), 'date'),
    () => cast(column('day_text'), 'date'),
    () => call('date_trunc', text(pick(['week', 'month', 'quarter', 'year'])), of('date')),
    () => call('last_day', of(pick(['date', 'timestamp'] as const))),
  ];
  return pick(shapes)();
}

function sampleTimestamp(pick: Pick, of: Of, _choose: Choose, isPlain: boolean): Expression {
  const value = pick(['3 days', '1 month', '-2 hours', '1 year']);
  const shift = binary(pick(['+', '-'] as const), of('timestamp'), { kind: 'literal', type: 'interval', value });
  if (isPlain) return shift;
  const shapes: (() => Expression)[] = [
    () => shift,
    () => binary('+', of('date'), { kind: 'literal', type: 'interval', value }),
    () => call('date_trunc', text(pick(['day', 'month', 'hour'])), of('timestamp')),
    () => cast(of('date'), 'timestamp'),
    () => cast(column('day_text'), 'timestamp'),
    () => call('from_epoch', call('length', of('string'))),
  ];
  return pick(shapes)();
}

function call(name: string, ...list: Expression[]): Expression {
  return { kind: 'call', name, arguments: list };
}

function binary(operator: '+' | '-' | '*' | '/' | '%' | '||', left: Expression, right: Expression): Expression {
  return { kind: 'binary', operator, left, right };
}

function cast(operand: Expression, to: Exclude<SqlType, 'interval' | 'json' | 'unknown'>): Expression {
  return { kind: 'cast', safe: false, operand, to, size: null };
}

function column(name: string): Expression {
  return { kind: 'column', qualifier: null, name };
}

function text(value: string): Expression {
  return { kind: 'literal', type: 'string', value };
}

function number(value: string): Expression {
  return { kind: 'literal', type: 'number', value };
}
