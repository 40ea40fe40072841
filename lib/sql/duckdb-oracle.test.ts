import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnsOf } from './columns';
import { isStrict } from './facts';
import { normaliseExpression } from './normalise';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { quoteEngineName } from './quote-name';
import { chooserOf, SAMPLE_TYPES, type SampleType, sampleExpression } from './sample-expression';
import { sampleTableSql, sampleTypeOf } from './sample-table';
import type { Expression } from './tree';
import { typeExpression } from './types';

let duckdb: DuckDBConnection;

beforeAll(async () => {
  const instance = await DuckDBInstance.create(':memory:');
  duckdb = await instance.connect();
  for (const sql of sampleTableSql('duckdb')) await duckdb.run(sql);
});

afterAll(() => duckdb.closeSync());

const TOO_LARGE = 'too large';

/** The values of each expression in every row, as JSON: all at once, and one by one where an engine's range ends. */
async function evaluate(list: readonly string[]): Promise<string[]> {
  const columns = list.map((sql, index) => `${sql} AS x${index}`);
  try {
    const result = await duckdb.runAndReadAll(`SELECT ${columns.join(', ')} FROM sample AS s ORDER BY s.id`);
    return result.getColumnsJson().map((values) => JSON.stringify(values));
  } catch (error) {
    if (list.length > 1) {
      const middle = list.length >> 1;
      return [...(await evaluate(list.slice(0, middle))), ...(await evaluate(list.slice(middle)))];
    }
    const words = error instanceof Error ? error.message : String(error);
    if (/overflow|out of range|range/i.test(words)) return [TOO_LARGE];
    throw new Error(`${words}\n${list[0]}`);
  }
}

async function evaluateAll(list: readonly string[]): Promise<string[]> {
  const results: string[] = [];
  for (let start = 0; start < list.length; start += 50)
    results.push(...(await evaluate(list.slice(start, start + 50))));
  return results;
}

type Sample = { tree: Expression; type: SampleType; name: string };

function samples(count: number, isPlain = false): Sample[] {
  return Array.from({ length: count }, (_, seed) => {
    const type = SAMPLE_TYPES[seed % SAMPLE_TYPES.length] ?? 'string';
    const tree = sampleExpression(chooserOf(seed), type, 4, isPlain);
    return { tree, type, name: `seed ${seed}: ${printExpression(tree)}` };
  });
}

function readBack(tree: Expression): Expression {
  const parsed = parseExpression(printExpression(tree));
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${printExpression(tree)}`);
  return parsed.value;
}

function toDuckdb(tree: Expression): string {
  return printExpression(tree, 'duckdb', sampleTypeOf);
}

/** Evaluates both spellings of every sample and compares them, but for the few that leave an engine's range. */
async function expectSame(
  list: readonly Sample[],
  one: (tree: Expression) => string,
  other: (tree: Expression) => string,
) {
  const left = await evaluateAll(list.map(({ tree }) => one(tree)));
  const right = await evaluateAll(list.map(({ tree }) => other(tree)));
  let compared = 0;
  for (const [index, { name }] of list.entries()) {
    if (left[index] === TOO_LARGE || right[index] === TOO_LARGE) continue;
    expect(right[index], name).toBe(left[index]);
    compared++;
  }
  expect(compared).toBeGreaterThan(list.length * 0.95);
}

const COUNT = 700;

test('what we print for DuckDB runs there, and means the same once read back from its canonical text', async () => {
  await expectSame(samples(COUNT), toDuckdb, (tree) => toDuckdb(readBack(tree)));
});

test('our canonical text of the common core means to DuckDB, as it stands, what we mean by it', async () => {
  const asWritten = (tree: Expression) => printExpression(tree).replaceAll(/(?<![\w"])at(?![\w"])/g, '"at"');
  await expectSame(samples(COUNT, true), toDuckdb, asWritten);
});

test('normalising an expression changes the value of no row', async () => {
  await expectSame(samples(COUNT), toDuckdb, (tree) => toDuckdb(normaliseExpression(tree)));
});

/** What DuckDB calls the type of an expression it finds out to be null in every row. */
const ALWAYS_NULL = '"NULL"';

const GROUPS: Record<SampleType, RegExp> = {
  string: /^VARCHAR$/,
  integer: /^(TINYINT|SMALLINT|INTEGER|BIGINT|HUGEINT)$/,
  decimal: /^(DOUBLE|DECIMAL.*)$/,
  boolean: /^BOOLEAN$/,
  date: /^DATE$/,
  time: /^TIME$/,
  timestamp: /^TIMESTAMP$/,
};

test('the type we infer is the type DuckDB gives the value', async () => {
  const list = samples(COUNT);
  const found = await evaluateAll(list.map(({ tree }) => `typeof(${toDuckdb(tree)})`));
  for (const [index, { tree, type, name }] of list.entries()) {
    expect(typeExpression(tree, sampleTypeOf), name).toEqual({ type, problems: [] });
    const result = found[index];
    if (result === undefined || result === TOO_LARGE) continue;
    const [duckdbType] = JSON.parse(result);
    expect(duckdbType === ALWAYS_NULL || GROUPS[type].test(duckdbType), `${name}: ${duckdbType}`).toBe(true);
  }
});

test('an expression called strict is null in every row where a column it reads is', async () => {
  const strict = samples(COUNT).filter(({ tree }) => isStrict(tree) && columnsOf(tree).length > 0);
  expect(strict.length).toBeGreaterThan(COUNT * 0.2);
  const found = await evaluateAll(
    strict.map(({ tree }) => {
      const anyNull = columnsOf(tree).map((column) => `${toDuckdb({ kind: 'column', ...column })} IS NULL`);
      return `(${anyNull.join(' OR ')}) AND (${toDuckdb(tree)}) IS NOT NULL`;
    }),
  );
  for (const [index, { name }] of strict.entries()) expect(found[index], name).not.toContain('true');
});

test('every word DuckDB keeps for itself is quoted as a name', async () => {
  const sql = "SELECT keyword_name FROM duckdb_keywords() WHERE keyword_category <> 'unreserved'";
  const words = (await duckdb.runAndReadAll(sql)).getColumnsJson()[0] ?? [];
  expect(words.length).toBeGreaterThan(100);
  expect(words.filter((word) => quoteEngineName(String(word)) === word)).toEqual([]);
});
