import { ok, type Result, refuse } from '@/lib/base/result';
import { columnType } from './column-type';
import type { PastedTable, PasteProblem } from './pasted-table';
import { type CsvRow, readCsv } from './read-csv';

/** What a column of the list may be called; the first names are those of `information_schema.columns`. */
const HEADS = {
  table: ['table_name', 'table', 'entity'],
  column: ['column_name', 'column', 'field'],
  type: ['data_type', 'type', 'column_type', 'udt_name'],
  nullable: ['is_nullable', 'nullable'],
  key: ['column_key', 'primary_key', 'is_primary_key', 'key', 'pk'],
  scale: ['numeric_scale', 'scale'],
  position: ['ordinal_position', 'position'],
  references: ['references', 'foreign_key'],
} as const;
type Head = keyof typeof HEADS;

/**
 * The tables of a list with one column per row: an export of `information_schema.columns`, or an inventory with at least
 * table and column. Tables come in the order they are first named, columns by their position where it is given. Refused
 * with lines: heads that are missing, rows without a table or a column, a column named twice.
 */
export function readColumnList(text: string): Result<PastedTable[], PasteProblem[]> {
  const rows = readCsv(text);
  if (!rows.ok) return rows;
  const [head, ...body] = rows.value;
  const places = placesOf(head);
  const missing = (['table', 'column'] as const).filter((one) => !places.has(one));
  if (missing.length > 0) {
    const wanted = missing.map((one) => `“${HEADS[one].slice(0, 2).join('” or “')}”`).join(' and ');
    return refuse([{ line: 1, words: `The first line names no column ${wanted}.` }]);
  }
  const cell = (row: CsvRow, name: Head) => (row.cells[places.get(name) ?? -1] ?? '').trim();
  const problems: PasteProblem[] = [];
  const tables = new Map<string, PastedTable>();
  for (const row of inPosition(body, (one) => Number(cell(one, 'position')))) {
    const [name, column] = [cell(row, 'table'), cell(row, 'column')];
    if (name === '' || column === '') {
      problems.push({
        line: row.line,
        words: name === '' ? 'This row names no table.' : `A column of ${name} has no name.`,
      });
      continue;
    }
    const table = tables.get(name) ?? { name, columns: [], key: [], references: [] };
    tables.set(name, table);
    if (table.columns.some((other) => other.name === column)) {
      problems.push({ line: row.line, words: `${name} has two columns called ${column}.` });
      continue;
    }
    const isKey = /^(pri|pk|p|yes|y|true|x|1)$/i.test(cell(row, 'key'));
    if (isKey) table.key.push(column);
    const reference = /^(?:.*\.)?([^.]+)\.([^.]+)$/.exec(cell(row, 'references'));
    if (reference)
      table.references.push({ columns: [column], table: reference[1] ?? '', toColumns: [reference[2] ?? ''] });
    const nullable = !isKey && !/^(no|n|false|0)$/i.test(cell(row, 'nullable'));
    table.columns.push({ name: column, type: typeOf(cell(row, 'type'), cell(row, 'scale')), nullable });
  }
  if (problems.length > 0) return refuse(problems.sort((a, b) => a.line - b.line));
  return tables.size === 0
    ? refuse([{ line: 1, words: 'There is nothing below the first line.' }])
    : ok([...tables.values()]);
}

/** True for a first line that means a list of columns: it names what holds the table or the column. */
export function namesColumns(head: string): boolean {
  const rows = readCsv(head);
  const places = placesOf(rows.ok ? rows.value[0] : undefined);
  return places.has('table') || places.has('column');
}

/** `numeric` with a scale of 0 counts. */
function typeOf(written: string, scale: string) {
  const type = columnType(written);
  return type === 'decimal' && scale === '0' && !/float|double|real/i.test(written) ? 'integer' : type;
}

function placesOf(head: CsvRow | undefined): ReadonlyMap<Head, number> {
  const names = (head?.cells ?? []).map((name) =>
    name
      .trim()
      .toLowerCase()
      .replace(/[\s-]+/g, '_'),
  );
  const places = new Map<Head, number>();
  for (const [head, known] of Object.entries(HEADS)) {
    const at = known.map((name) => names.indexOf(name)).find((place) => place !== -1);
    if (at !== undefined && isHead(head)) places.set(head, at);
  }
  return places;
}

function isHead(name: string): name is Head {
  return Object.hasOwn(HEADS, name);
}

/** By position, and as they stand where there is none. */
function inPosition(rows: readonly CsvRow[], positionOf: (row: CsvRow) => number): CsvRow[] {
  return [...rows].sort((a, b) => (positionOf(a) || 0) - (positionOf(b) || 0));
}
