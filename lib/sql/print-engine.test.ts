import { expect, test } from 'vitest';
import { ENGINE_CASES } from './engine-cases';
import { FUNCTIONS } from './functions';
import { parseExpression } from './parse';
import { printExpression } from './print';
import { sampleTypeOf } from './sample-table';
import type { Expression } from './tree';
import { typeExpression } from './types';

function read(text: string): Expression {
  const parsed = parseExpression(text);
  if (!parsed.ok) throw new Error(`${parsed.error.code}: ${text}`);
  return parsed.value;
}

const cases = ENGINE_CASES.map(([text, duckdb, postgres = duckdb]) => ({ text, duckdb, postgres }));

test.each(cases)('$text is written $duckdb in DuckDB', ({ text, duckdb, postgres }) => {
  const tree = read(text);
  expect(printExpression(tree)).toBe(text);
  expect(typeExpression(tree, sampleTypeOf).problems).toEqual([]);
  expect(printExpression(tree, 'duckdb', sampleTypeOf)).toBe(duckdb);
  expect(printExpression(tree, 'postgres', sampleTypeOf)).toBe(postgres);
});

test('every function has a case that is run on each engine', () => {
  const texts = ENGINE_CASES.map(([text]) => text).join('\n');
  const missing = [...FUNCTIONS.keys()].filter((name) => !new RegExp(`\\b${name}\\b`).test(texts));
  expect(missing).toEqual([]);
});

test('without types, conversions are spelled so that they hold for any', () => {
  expect(printExpression(read('cast(x as integer)'), 'duckdb')).toBe('TRY_CAST(x AS BIGINT)');
  expect(printExpression(read('cast(x as date)'), 'postgres')).toMatch(/^CAST\(SUBSTRING\(CAST\(x AS TEXT\) FROM '/);
});

test('names are quoted where an engine would read something else', () => {
  const tree = read('"Order No" = o."group" + "user" + at + date + plain + O.x');
  const wanted = '"Order No" = o."group" + "user" + "at" + "date" + plain + "O".x';
  expect(printExpression(tree, 'postgres')).toBe(wanted);
  expect(printExpression(tree, 'duckdb')).toBe(wanted);
});

test('text is escaped by doubling quotes, and nothing in it is a command', () => {
  const tree = read(String.raw`x = 'it''s \''; drop table t; --'`);
  const wanted = String.raw`x = 'it''s \''; drop table t; --'`;
  expect(printExpression(tree, 'postgres')).toBe(wanted);
  expect(printExpression(tree, 'duckdb')).toBe(wanted);
});

test('no operand is printed twice, however calls are nested', () => {
  for (const name of [
    'substring(?, 2)',
    "regexp_extract(?, 'a')",
    'cast(cast(? as integer) as string)',
    'day_name(cast(? as date))',
  ]) {
    let text = 'x';
    for (let depth = 0; depth < 60; depth++) text = name.replace('?', text);
    const tree = read(text);
    expect(printExpression(tree, 'postgres').length).toBeLessThan(60 * 1000);
    expect(printExpression(tree, 'duckdb').length).toBeLessThan(60 * 300);
  }
});
