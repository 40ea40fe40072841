import { countOf } from '@/lib/base/count-of';
import { ok, type Result, refuse } from '@/lib/base/result';
import { guessField } from '@/lib/model/guess-field';
import { describeGuess } from './describe-guess';
import { typeOfCells } from './guess-type';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';
import { type CsvRow, readCsv } from './read-csv';
import { wordsOf } from './words-of';

/**
 * One table from rows of its data under a line of names, as cells of a spreadsheet or a CSV export have them. Types are
 * guessed from every row; a column is the key when its name says that it identifies and no value is missing or stands
 * twice. Refused with lines: no row below the names, a name that is missing, a value or stands twice, a row of another
 * length.
 */
export function readRows(text: string, called: string): Result<PastedTable, PasteProblem[]> {
  const rows = readCsv(text);
  if (!rows.ok) return rows;
  const [head, ...body] = rows.value;
  const names = head?.cells.map((name) => name.trim()) ?? [];
  const problems = [...problemsOfNames(names), ...body.flatMap((row) => problemOfRow(row, names.length) ?? [])];
  if (names.length < 2 || body.length === 0)
    return refuse([{ line: 1, words: 'There are no rows below a line of names.' }]);
  if (problems.length > 0) return refuse(problems);
  const values = names.map((_, at) => body.map(({ cells }) => (cells[at] ?? '').trim()));
  const key = names.find((name, at) => guessField(wordsOf(name))?.role === 'identifier' && isKey(values[at] ?? []));
  const columns = names.map(
    (name, at): PastedColumn => ({ name, type: typeOfCells(values[at] ?? []), nullable: name !== key }),
  );
  const note = describeGuess(body.length);
  return ok({ name: called, columns, key: key === undefined ? [] : [key], references: [], note });
}

function problemsOfNames(names: readonly string[]): PasteProblem[] {
  return names.flatMap((name, at): PasteProblem[] => {
    if (name === '') return [{ line: 1, words: `Column ${at + 1} has no name.` }];
    if (!/\p{L}/u.test(name))
      return [{ line: 1, words: `“${name}” is a value, and the first line must name the columns.` }];
    if (names.findIndex((other) => other.toLowerCase() === name.toLowerCase()) < at)
      return [{ line: 1, words: `Two columns are called ${name}.` }];
    return [];
  });
}

function problemOfRow({ line, cells }: CsvRow, wanted: number): PasteProblem | null {
  if (cells.length === wanted) return null;
  return {
    line,
    words: `This row has ${countOf(cells.length, 'cell')}, and the first line names ${wanted} columns.`,
  };
}

function isKey(values: readonly string[]): boolean {
  return !values.includes('') && new Set(values).size === values.length;
}
