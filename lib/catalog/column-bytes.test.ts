import { expect, test } from 'vitest';
import { columnBytes, columnWeights } from './column-bytes';
import type { SourceTable } from './snapshot';

function aTable(bytes: number, columns: Record<string, number | null>): SourceTable {
  return {
    name: 't',
    rows: 10,
    bytes,
    key: [],
    history: 'appends',
    columns: Object.entries(columns).map(([name, stated]) => ({
      name,
      type: 'string',
      bytes: stated,
      nulls: 0,
      distinct: null,
      classification: null,
    })),
  };
}

test('a column weighs what is stated', () => {
  expect(columnBytes(aTable(100, { a: 30, b: 70 }), 'a')).toBe(30);
});

test('columns nobody measured share the table evenly', () => {
  const table = aTable(90, { a: null, b: null, c: null });
  expect(['a', 'b', 'c'].map((name) => columnBytes(table, name))).toEqual([30, 30, 30]);
});

test('they share what the measured ones leave, so that the columns weigh what the table weighs', () => {
  const table = aTable(100, { a: 40, b: null, c: null });
  expect(['a', 'b', 'c'].map((name) => columnBytes(table, name))).toEqual([40, 30, 30]);
});

test('where more is stated than the table weighs, nothing is left to share', () => {
  expect(columnBytes(aTable(10, { a: 40, b: null }), 'b')).toBe(0);
});

test('a column the table does not have weighs nothing', () => {
  expect(columnBytes(aTable(10, { a: null }), 'z')).toBe(0);
});

test('shares are whole bytes and leave nothing over', () => {
  const table = aTable(100, { a: null, b: 33, c: null, d: null });
  const shares = ['a', 'c', 'd'].map((name) => columnBytes(table, name));
  expect(shares).toEqual([22, 22, 23]);
  expect(columnWeights(table).get('b')).toEqual({ bytes: 33, isShare: false });
  expect(columnWeights(table).get('c')?.isShare).toBe(true);
});
