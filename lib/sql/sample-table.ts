import type { Column, SqlType } from './tree';

/**
 * A small table of awkward values, made alike on every engine, over which the tests compute expressions: nulls, empty
 * text, halves, negative numbers, ends of months, text that is almost a number.
 */
export type SampleColumn = { name: string; type: Exclude<SqlType, 'unknown' | 'interval'>; engine?: EngineType };
type EngineType = { duckdb: string; postgres: string };

export const SAMPLE_COLUMNS: readonly SampleColumn[] = [
  { name: 'id', type: 'integer' },
  { name: 'n', type: 'integer' },
  { name: 'm', type: 'integer' },
  { name: 'amount', type: 'decimal', engine: { duckdb: 'DECIMAL(12, 2)', postgres: 'NUMERIC(12, 2)' } },
  { name: 'ratio', type: 'decimal' },
  { name: 'flag', type: 'boolean' },
  { name: 'Is Late', type: 'boolean' },
  { name: 'word', type: 'string' },
  { name: 'label', type: 'string' },
  { name: 'code', type: 'string' },
  { name: 'day_text', type: 'string' },
  { name: 'day', type: 'date' },
  { name: 'due', type: 'date' },
  { name: 'at', type: 'timestamp' },
  { name: 'seen', type: 'timestamp' },
  { name: 'clock', type: 'time' },
  { name: 'doc', type: 'json' },
];

const ROWS: readonly string[] = [
  `1, 3, 2, 12.50, 0.5, TRUE, FALSE, 'abc', ' Ab c ', '42', '2024-02-29', '2024-01-31', '2024-02-29', '2024-01-31 23:59:59.999999', '2024-03-01 00:00:00', '06:30:00', '{"kind":"a","size":3}'`,
  `2, -7, 3, -2.50, -1.5, FALSE, TRUE, 'b_d', 'ÄÖ-é', ' 7 ', '2023-02-29', '2023-12-31', '2024-01-01', '2023-12-31 12:00:00', '2024-01-01 11:59:59', '00:00:00', '{"kind":null}'`,
  `3, 0, 0, 0.00, 0, NULL, TRUE, '', 'it''s 100%', '7.5', '2024-01-15 06:00:00', '2024-02-29', NULL, '2024-02-29 06:30:15.25', '2023-02-28 06:30:15', '23:59:59', '{}'`,
  `4, NULL, 5, 99.99, 2.5, TRUE, NULL, 'B', 'a\\b', 'abc', 'nope', NULL, '2020-02-29', NULL, '2020-02-29 00:00:00', NULL, NULL`,
  `5, 10, NULL, NULL, 1000000.125, FALSE, FALSE, NULL, NULL, NULL, NULL, '1999-12-31', '2000-01-03', '2000-01-03 00:00:01', NULL, '12:00:00', '{"kind":"b"}'`,
  `6, 2, -3, 0.01, NULL, NULL, NULL, 'abcabc', 'abc', '-1', '2024-1-5', '2024-03-10', '2024-03-11', '2024-03-10 02:30:00', '2024-03-11 02:29:59', '06:30:01', '{"kind":""}'`,
];

const ENGINE_TYPES: Record<SampleColumn['type'], EngineType> = {
  string: { duckdb: 'VARCHAR', postgres: 'TEXT' },
  integer: { duckdb: 'BIGINT', postgres: 'BIGINT' },
  decimal: { duckdb: 'DOUBLE', postgres: 'DOUBLE PRECISION' },
  boolean: { duckdb: 'BOOLEAN', postgres: 'BOOLEAN' },
  date: { duckdb: 'DATE', postgres: 'DATE' },
  time: { duckdb: 'TIME', postgres: 'TIME' },
  timestamp: { duckdb: 'TIMESTAMP', postgres: 'TIMESTAMP' },
  json: { duckdb: 'JSON', postgres: 'JSON' },
};

/** The statements that make the table `sample`. */
export function sampleTableSql(dialect: 'duckdb' | 'postgres'): string[] {
  const columns = SAMPLE_COLUMNS.map(
    ({ name, type, engine }) => `"${name}" ${(engine ?? ENGINE_TYPES[type])[dialect]}`,
  );
  return [`CREATE TABLE sample (${columns.join(', ')})`, ...ROWS.map((row) => `INSERT INTO sample VALUES (${row})`)];
}

/** The type of a column of the table, for `typeExpression` and the printers. */
export function sampleTypeOf({ qualifier, name }: Column): SqlType | undefined {
  if (qualifier !== null && qualifier !== 's') return undefined;
  return SAMPLE_COLUMNS.find((column) => column.name === name)?.type;
}
