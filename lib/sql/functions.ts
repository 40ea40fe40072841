import type { SqlType } from './tree';

/**
 * The functions an expression may call, as data. What is not in this table does not exist: nothing that reads a file,
 * a setting or a table, nothing that multiplies the size of a value. Each is executed on every engine in the tests.
 *
 * A parameter is a kind of value; `?` marks one that may be left out, `...` a last one that repeats. The kinds `unit`,
 * `format`, `digits` and `fraction` take a literal only, checked while parsing.
 */
type ValueKind = 'any' | 'orderable' | 'printable' | 'string' | 'number' | 'integer' | 'boolean' | 'day' | 'json';
export type LiteralKind = 'unit' | 'format' | 'digits' | 'fraction';
export type ParameterKind = ValueKind | LiteralKind;
type Parameter = ParameterKind | `${ParameterKind}?` | `${ParameterKind}...`;

export type SqlFunction = {
  name: string;
  parameters: readonly Parameter[];
  /** `first`: the type of the first argument that is no unit. `common`: what all of them agree on. */
  returns: SqlType | 'first' | 'common';
  aggregate: boolean;
  /** May be taken over distinct values: where that changes the answer and every engine can. */
  distinct: boolean;
  /** The same arguments give the same value, today and tomorrow. */
  deterministic: boolean;
  /** Null whenever one of its arguments is. */
  strict: boolean;
};

type Exceptions = Partial<Pick<SqlFunction, 'deterministic' | 'strict'>>;

function scalar(
  name: string,
  parameters: readonly Parameter[],
  returns: SqlFunction['returns'],
  exceptions: Exceptions = {},
): SqlFunction {
  return {
    name,
    parameters,
    returns,
    aggregate: false,
    distinct: false,
    deterministic: true,
    strict: true,
    ...exceptions,
  };
}

function aggregate(name: string, parameters: readonly Parameter[], returns: SqlFunction['returns']): SqlFunction {
  const distinct = name === 'count' || name === 'sum' || name === 'avg';
  return { name, parameters, returns, aggregate: true, distinct, deterministic: true, strict: false };
}

const SKIPS_NULLS: Exceptions = { strict: false };
const CHANGES: Exceptions = { deterministic: false };

const TEXT: SqlFunction[] = [
  scalar('ascii', ['string'], 'integer'),
  scalar('concat', ['printable...'], 'string', SKIPS_NULLS),
  scalar('concat_ws', ['string', 'printable...'], 'string', SKIPS_NULLS),
  scalar('contains', ['string', 'string'], 'boolean'),
  scalar('ends_with', ['string', 'string'], 'boolean'),
  scalar('left', ['string', 'integer'], 'string'),
  scalar('length', ['string'], 'integer'),
  scalar('lower', ['string'], 'string'),
  scalar('ltrim', ['string', 'string?'], 'string'),
  scalar('md5', ['string'], 'string'),
  scalar('octet_length', ['string'], 'integer'),
  scalar('regexp_extract', ['string', 'string'], 'string', SKIPS_NULLS),
  scalar('regexp_like', ['string', 'string'], 'boolean'),
  scalar('regexp_replace', ['string', 'string', 'string'], 'string'),
  scalar('replace', ['string', 'string', 'string'], 'string'),
  scalar('reverse', ['string'], 'string'),
  scalar('right', ['string', 'integer'], 'string'),
  scalar('rtrim', ['string', 'string?'], 'string'),
  scalar('sha256', ['string'], 'string'),
  scalar('split_part', ['string', 'string', 'integer'], 'string'),
  scalar('starts_with', ['string', 'string'], 'boolean'),
  scalar('strpos', ['string', 'string'], 'integer'),
  scalar('substring', ['string', 'integer', 'integer?'], 'string'),
  scalar('translate', ['string', 'string', 'string'], 'string'),
  scalar('trim', ['string', 'string?'], 'string'),
  scalar('upper', ['string'], 'string'),
  scalar('json_text', ['json', 'string'], 'string', SKIPS_NULLS),
];

const NUMBERS: SqlFunction[] = [
  scalar('abs', ['number'], 'first'),
  scalar('acos', ['number'], 'decimal'),
  scalar('asin', ['number'], 'decimal'),
  scalar('atan', ['number'], 'decimal'),
  scalar('atan2', ['number', 'number'], 'decimal'),
  scalar('cbrt', ['number'], 'decimal'),
  scalar('ceiling', ['number'], 'first'),
  scalar('cos', ['number'], 'decimal'),
  scalar('cot', ['number'], 'decimal'),
  scalar('degrees', ['number'], 'decimal'),
  scalar('div', ['integer', 'integer'], 'integer', SKIPS_NULLS),
  scalar('exp', ['number'], 'decimal'),
  scalar('floor', ['number'], 'first'),
  scalar('gcd', ['integer', 'integer'], 'integer'),
  scalar('lcm', ['integer', 'integer'], 'integer'),
  scalar('ln', ['number'], 'decimal'),
  scalar('log10', ['number'], 'decimal'),
  scalar('log2', ['number'], 'decimal'),
  scalar('pi', [], 'decimal'),
  scalar('power', ['number', 'number'], 'decimal'),
  scalar('radians', ['number'], 'decimal'),
  scalar('random', [], 'decimal', CHANGES),
  scalar('round', ['number', 'digits?'], 'first'),
  scalar('sign', ['number'], 'integer'),
  scalar('sin', ['number'], 'decimal'),
  scalar('sqrt', ['number'], 'decimal'),
  scalar('tan', ['number'], 'decimal'),
  scalar('trunc', ['number'], 'first'),
];

const DAYS: SqlFunction[] = [
  scalar('current_date', [], 'date', CHANGES),
  scalar('current_timestamp', [], 'timestamp', CHANGES),
  scalar('date_diff', ['unit', 'day', 'day'], 'integer'),
  scalar('date_trunc', ['unit', 'day'], 'first'),
  scalar('day_name', ['day'], 'string'),
  scalar('format_date', ['day', 'format'], 'string'),
  scalar('from_epoch', ['number'], 'timestamp'),
  scalar('last_day', ['day'], 'date'),
  scalar('make_date', ['integer', 'integer', 'integer'], 'date'),
  scalar('make_time', ['integer', 'integer', 'number'], 'time'),
  scalar('make_timestamp', ['integer', 'integer', 'integer', 'integer', 'integer', 'number'], 'timestamp'),
  scalar('month_name', ['day'], 'string'),
];

const CHOICES: SqlFunction[] = [
  scalar('coalesce', ['any...'], 'common', SKIPS_NULLS),
  scalar('greatest', ['orderable...'], 'common', SKIPS_NULLS),
  scalar('least', ['orderable...'], 'common', SKIPS_NULLS),
  scalar('nullif', ['any', 'any'], 'first', SKIPS_NULLS),
];

const AGGREGATES: SqlFunction[] = [
  aggregate('avg', ['number'], 'decimal'),
  aggregate('bool_and', ['boolean'], 'boolean'),
  aggregate('bool_or', ['boolean'], 'boolean'),
  aggregate('corr', ['number', 'number'], 'decimal'),
  aggregate('count', ['any?'], 'integer'),
  aggregate('count_if', ['boolean'], 'integer'),
  aggregate('covar_pop', ['number', 'number'], 'decimal'),
  aggregate('covar_samp', ['number', 'number'], 'decimal'),
  aggregate('max', ['orderable'], 'first'),
  aggregate('median', ['number'], 'decimal'),
  aggregate('min', ['orderable'], 'first'),
  aggregate('percentile', ['number', 'fraction'], 'decimal'),
  aggregate('stddev', ['number'], 'decimal'),
  aggregate('stddev_pop', ['number'], 'decimal'),
  aggregate('sum', ['number'], 'first'),
  aggregate('var_pop', ['number'], 'decimal'),
  aggregate('variance', ['number'], 'decimal'),
];

/** By name, in lower case. */
export const FUNCTIONS: ReadonlyMap<string, SqlFunction> = new Map(
  [...TEXT, ...NUMBERS, ...DAYS, ...CHOICES, ...AGGREGATES].map((entry) => [entry.name, entry]),
);

/** Other names people know a function by; only the name in the table is ever printed. */
export const ALIASES: ReadonlyMap<string, string> = new Map([
  ['average', 'avg'],
  ['btrim', 'trim'],
  ['ceil', 'ceiling'],
  ['char_length', 'length'],
  ['character_length', 'length'],
  ['countif', 'count_if'],
  ['datediff', 'date_diff'],
  ['datetrunc', 'date_trunc'],
  ['dayname', 'day_name'],
  ['endswith', 'ends_with'],
  ['every', 'bool_and'],
  ['ifnull', 'coalesce'],
  ['instr', 'strpos'],
  ['lcase', 'lower'],
  ['len', 'length'],
  ['log', 'log10'],
  ['mean', 'avg'],
  ['monthname', 'month_name'],
  ['now', 'current_timestamp'],
  ['nvl', 'coalesce'],
  ['pow', 'power'],
  ['quantile_cont', 'percentile'],
  ['regexp_matches', 'regexp_like'],
  ['startswith', 'starts_with'],
  ['stddev_samp', 'stddev'],
  ['substr', 'substring'],
  ['truncate', 'trunc'],
  ['ucase', 'upper'],
  ['var_samp', 'variance'],
]);

/** What a literal argument of each kind may be. */
export const WORDS = {
  unit: ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'],
  format: ['YYYY', 'YYYY-MM', 'YYYY-MM-DD', 'MM', 'DD', 'YYYY-MM-DD HH24:MI:SS', 'HH24:MI'],
} as const satisfies Partial<Record<LiteralKind, readonly string[]>>;

export const RANGES = {
  digits: { min: 0, max: 15, whole: true },
  fraction: { min: 0, max: 1, whole: false },
} as const;

/** The kind of the argument at a place, or null when the function takes no argument there. */
export function parameterAt({ parameters }: SqlFunction, position: number): ParameterKind | null {
  const last = parameters[parameters.length - 1];
  const found = parameters[position] ?? (last?.endsWith('...') ? last : undefined);
  return found === undefined ? null : bareKind(found);
}

/** How many arguments a function takes; without end when the last repeats. */
export function arityOf({ parameters }: SqlFunction): { min: number; max: number | null } {
  const optional = parameters.filter((parameter) => parameter.endsWith('?')).length;
  const isOpen = parameters.some((parameter) => parameter.endsWith('...'));
  return { min: parameters.length - optional, max: isOpen ? null : parameters.length };
}

const KINDS: readonly ParameterKind[] = [
  'any',
  'orderable',
  'printable',
  'string',
  'number',
  'integer',
  'boolean',
  'day',
  'json',
  'unit',
  'format',
  'digits',
  'fraction',
];

function bareKind(parameter: Parameter): ParameterKind {
  const bare = parameter.replace(/\?$|\.\.\.$/, '');
  return KINDS.find((kind) => kind === bare) ?? 'any';
}
