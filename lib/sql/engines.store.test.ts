import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '../../tests/database';
import { hasAggregate } from './columns';
import { ENGINE_CASES } from './engine-cases';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { quoteEngineName } from './quote-name';
import { chooserOf, SAMPLE_TYPES, sampleExpression } from './sample-expression';
import { sampleTableSql, sampleTypeOf } from './sample-table';
import type { Expression, SqlType } from './tree';
import { typeExpression } from './types';

let duckdb: DuckDBConnection;
let postgres: TestDatabase;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  duckdb = await instance.connect();
  postgres = await testDatabase({ isEmpty: true });
  for (const sql of sampleTableSql('duckdb')) await duckdb.run(sql);
  for (const sql of sampleTableSql('postgres')) await postgres.pool.query(sql);
});

afterAll(async () => {
  duckdb.closeSync();
  await postgres.drop();
});

type Engine = 'duckdb' | 'postgres';
type Values = (string | number | boolean | null)[];

const TOO_LARGE = 'too large';

/** Values brought to what JavaScript can compare: numbers as numbers, times and intervals as their text. */
function select(tree: Expression, engine: Engine, index: number): string {
  const sql = printExpression(tree, engine, sampleTypeOf);
  return `${castFor(typeExpression(tree, sampleTypeOf).type, sql, engine)} AS x${index}`;
}

function castFor(type: SqlType, sql: string, engine: Engine): string {
  if (type === 'integer' || type === 'decimal') return `CAST(${sql} AS DOUBLE PRECISION)`;
  if (type === 'interval') return `CAST(EXTRACT(EPOCH FROM ${sql}) AS DOUBLE PRECISION)`;
  if (type === 'boolean') return sql;
  return `CAST(${sql} AS ${engine === 'duckdb' ? 'VARCHAR' : 'TEXT'})`;
}

async function run(engine: Engine, columns: readonly string[], tail: string): Promise<Values[]> {
  const sql = `SELECT ${columns.join(', ')} FROM sample AS s${tail}`;
  if (engine === 'duckdb') {
    const result = await duckdb.runAndReadAll(sql);
    return result.getColumnsJS().map((column) => column.map(plain));
  }
  const { rows } = await postgres.pool.query({ text: sql, rowMode: 'array' });
  return columns.map((_, index) => rows.map((row: unknown[]) => plain(row[index])));
}

function plain(value: unknown): string | number | boolean | null {
  if (value === null || value === undefined) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

/** All at once; one by one when one of them leaves the range of an engine. */
async function evaluate(engine: Engine, trees: readonly Expression[]): Promise<(Values | typeof TOO_LARGE)[]> {
  try {
    return await run(
      engine,
      trees.map((tree, index) => select(tree, engine, index)),
      ' ORDER BY s.id',
    );
  } catch (error) {
    if (trees.length > 1) {
      const middle = trees.length >> 1;
      return [...(await evaluate(engine, trees.slice(0, middle))), ...(await evaluate(engine, trees.slice(middle)))];
    }
    const words = error instanceof Error ? error.message : String(error);
    if (/overflow|underflow|range/i.test(words)) return [TOO_LARGE];
    throw new Error(`${engine}: ${words}\n${trees.map((tree) => printExpression(tree, engine, sampleTypeOf))}`);
  }
}

/** Equal, or two floating numbers that differ in the last digits. */
function isClose(a: Values[number], b: Values[number]): boolean {
  if (a === b) return true;
  if (typeof a !== 'number' || typeof b !== 'number') return false;
  return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a), Math.abs(b));
}

function areClose(a: Values, b: Values): boolean {
  return a.length === b.length && a.every((value, index) => isClose(value, b[index] ?? null));
}

const COUNT = 700;

test('DuckDB and PostgreSQL compute the same from what we print for each', async () => {
  const differing: string[] = [];
  let compared = 0;
  for (let start = 0; start < COUNT; start += 25) {
    const trees = Array.from({ length: 25 }, (_, index) => {
      const seed = start + index;
      return sampleExpression(chooserOf(seed), SAMPLE_TYPES[seed % SAMPLE_TYPES.length] ?? 'string', 4);
    });
    const left = await evaluate('duckdb', trees);
    const right = await evaluate('postgres', trees);
    for (const [index, tree] of trees.entries()) {
      const [a, b] = [left[index], right[index]];
      if (a === undefined || b === undefined || a === TOO_LARGE || b === TOO_LARGE) continue;
      compared++;
      if (!areClose(a, b))
        differing.push(`${printExpression(tree)}\n  duckdb ${JSON.stringify(a)}\n  postgres ${JSON.stringify(b)}`);
    }
  }
  expect(differing).toEqual([]);
  expect(compared).toBeGreaterThan(COUNT * 0.95);
}, 60_000);

test.each(ENGINE_CASES.map(([text]) => text))('%s is the same on DuckDB and PostgreSQL', async (text) => {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(parsed.error.code);
  const tail = hasAggregate(parsed.value) ? '' : ' ORDER BY s.id';
  const [left] = await run('duckdb', [select(parsed.value, 'duckdb', 0)], tail);
  const [right] = await run('postgres', [select(parsed.value, 'postgres', 0)], tail);
  expect(left && right && areClose(left, right), `${JSON.stringify(left)} and ${JSON.stringify(right)}`).toBe(true);
});

test('every word PostgreSQL keeps for itself is quoted as a name', async () => {
  const { rows } = await postgres.pool.query("SELECT word FROM pg_get_keywords() WHERE catcode <> 'U'");
  expect(rows.length).toBeGreaterThan(100);
  expect(rows.filter(({ word }) => quoteEngineName(word) === word)).toEqual([]);
});
