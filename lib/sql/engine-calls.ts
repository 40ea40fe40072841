/**
 * How a call is spelled where an engine's own function of that name is missing or means something else; what is not
 * listed is called by its name. `{1}` is an argument, `{*}` all of them, and a letter after the colon how it is put:
 *
 * - `o` as an operand, in parentheses where it needs them
 * - `i` as a 32-bit number, which many functions insist on
 * - `p` a place in a text, at least 1, and `n` a length, at least 0, because engines disagree on what lies before
 * - `c` ordered by code point if it is text
 *
 * Each argument is used once: a template that repeats one would let a nested call grow without bound.
 */
type Templates = ReadonlyMap<string, string>;

const EVERYWHERE: [string, string][] = [
  ['count_if', 'COUNT(CASE WHEN {1} THEN 1 END)'],
  ['current_date', 'CURRENT_DATE'],
  ['left', 'LEFT({1}, {2:i})'],
  ['right', 'RIGHT({1}, {2:i})'],
  ['split_part', 'SPLIT_PART({1}, {2}, {3:p})'],
  ['stddev', 'STDDEV_SAMP({1})'],
  ['substring/2', 'SUBSTRING({1}, {2:p})'],
  ['substring/3', 'SUBSTRING({1}, {2:p}, {3:n})'],
  ['variance', 'VAR_SAMP({1})'],
];

const DUCKDB: Templates = new Map([
  ...EVERYWHERE,
  ['current_timestamp', 'CAST(NOW() AS TIMESTAMP)'],
  ['day_name', 'DAYNAME({1})'],
  ['div', '({1:o} // NULLIF({2}, 0))'],
  ['from_epoch', 'MAKE_TIMESTAMP(CAST(CAST({1} AS DOUBLE) * 1000000 AS BIGINT))'],
  ['json_text', '({1:o} ->> {2:o})'],
  ['ltrim/1', "LTRIM({1}, ' ')"],
  ['median', 'MEDIAN(CAST({1} AS DOUBLE))'],
  ['month_name', 'MONTHNAME({1})'],
  ['octet_length', 'STRLEN({1})'],
  ['percentile', 'QUANTILE_CONT(CAST({1} AS DOUBLE), {2})'],
  ['regexp_extract', 'REGEXP_EXTRACT_ALL({1}, {2})[1]'],
  ['regexp_like', 'REGEXP_MATCHES({1}, {2})'],
  ['rtrim/1', "RTRIM({1}, ' ')"],
  ['trim/1', "TRIM({1}, ' ')"],
]);

const POSTGRES: Templates = new Map([
  ...EVERYWHERE,
  ['contains', '(STRPOS({1}, {2}) > 0)'],
  ['current_timestamp', 'LOCALTIMESTAMP'],
  ['day_name', "TO_CHAR(CAST({1} AS TIMESTAMP), 'FMDay')"],
  ['div', 'CAST(DIV(CAST({1} AS NUMERIC), NULLIF(CAST({2} AS NUMERIC), 0)) AS BIGINT)'],
  ['ends_with', 'STARTS_WITH(REVERSE({1}), REVERSE({2}))'],
  ['from_epoch', "(TO_TIMESTAMP({1}) AT TIME ZONE 'UTC')"],
  ['greatest', 'GREATEST({*:c})'],
  ['json_text', '({1:o} ->> {2:o})'],
  ['last_day', "CAST(DATE_TRUNC('month', CAST({1} AS TIMESTAMP)) + INTERVAL '1 month' - INTERVAL '1 day' AS DATE)"],
  ['least', 'LEAST({*:c})'],
  ['log2', 'LOG(2, CAST({1} AS NUMERIC))'],
  ['make_date', 'MAKE_DATE({1:i}, {2:i}, {3:i})'],
  ['make_time', 'MAKE_TIME({1:i}, {2:i}, {3})'],
  ['make_timestamp', 'MAKE_TIMESTAMP({1:i}, {2:i}, {3:i}, {4:i}, {5:i}, {6})'],
  ['max', 'MAX({1:c})'],
  ['median', 'PERCENTILE_CONT(0.5) WITHIN GROUP (ORDER BY {1})'],
  ['min', 'MIN({1:c})'],
  ['month_name', "TO_CHAR(CAST({1} AS TIMESTAMP), 'FMMonth')"],
  ['percentile', 'PERCENTILE_CONT({2}) WITHIN GROUP (ORDER BY {1})'],
  ['regexp_extract', 'REGEXP_SUBSTR({1}, {2})'],
  ['regexp_like', '({1:o} ~ {2:o})'],
  ['round/1', 'ROUND(CAST({1} AS NUMERIC))'],
  ['round/2', 'ROUND(CAST({1} AS NUMERIC), {2})'],
  ['sha256', "ENCODE(SHA256(CONVERT_TO({1}, 'UTF8')), 'hex')"],
  ['sign', 'CAST(SIGN({1}) AS BIGINT)'],
  ['trim/1', 'BTRIM({1})'],
  ['trim/2', 'BTRIM({1}, {2})'],
]);

/** The template of a call with so many arguments. */
export function templateOf(dialect: 'duckdb' | 'postgres', name: string, count: number): string {
  const templates = dialect === 'duckdb' ? DUCKDB : POSTGRES;
  return templates.get(`${name}/${count}`) ?? templates.get(name) ?? `${name.toUpperCase()}({*})`;
}
