import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCsv } from './read-csv';

const cells = (text: string) => {
  const read = readCsv(text);
  return read.ok ? read.value.map((row) => row.cells) : read.error;
};

test('quoted cells keep separators, quotes and line breaks, and lines are still counted', () => {
  expect(readCsv('a,b\r\n"x, ""y""\nz",2\n\n3,4\n')).toEqual({
    ok: true,
    value: [
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['x, "y"\nz', '2'] },
      { line: 5, cells: ['3', '4'] },
    ],
  });
});

test('the separator is the one the first line has most of', () => {
  expect(cells('a;b\n1,5;2')).toEqual([
    ['a', 'b'],
    ['1,5', '2'],
  ]);
  expect(cells('a\tb\n1\t2')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

test('a quote that is never closed, or closed too early, is told with its line', () => {
  expect(cells('a,b\n1,"2')).toEqual([{ line: 2, words: 'A quoted cell that begins here is never closed.' }]);
  expect(cells('a\n"1"2')).toEqual([{ line: 2, words: 'A quoted cell goes on with “2” after its closing quote.' }]);
});

test('whatever is written quoted is read back', () => {
  const cell = fc.string().filter((text) => text !== '');
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell, cell), { minLength: 1 }), (rows) => {
      const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\n');
      expect(cells(`h,h,h\n${text}`)).toEqual([['h', 'h', 'h'], ...rows]);
    }),
  );
});
