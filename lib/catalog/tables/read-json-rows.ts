import { ok, type Result, refuse } from '@/lib/base/result';
import { guessField } from '@/lib/model/guess-field';
import type { AttributeType } from '@/lib/model/records';
import { singularOf } from '@/lib/model/words-for';
import { describeGuess } from './describe-guess';
import { typeOfTexts } from './guess-type';
import { parseJsonRows } from './parse-json-rows';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';
import { wordsOf } from './words-of';

type Row = Readonly<Record<string, unknown>>;
type Reading = { tables: PastedTable[]; problems: PasteProblem[] };

/** More names than rows of one thing ever have: what has them is a list under its keys, and no row. */
const COLUMNS_MAX = 200;
const DEPTH_MAX = 6;

/**
 * The entities that rows in JSON tell of: a list of objects, one object, an object of lists, or an object on each line.
 * Objects within a row become fields of it (`customer_name`), lists of objects within it entities of their own that carry
 * its key. Types and keys are guessed from every row. Refused at its line is what is no JSON, or holds no rows.
 */
export function readJsonRows(text: string, called: string): Result<Reading, PasteProblem[]> {
  const parsed = parseJsonRows(text);
  if (!parsed.ok) return refuse([parsed.error]);
  const reading: Reading = { tables: [], problems: [] };
  for (const [name, rows] of listsIn(parsed.value, called)) readTable(reading, { name, rows, depth: 0 });
  if (reading.tables.length > 0) return ok(reading);
  return refuse(
    reading.problems.length > 0 ? reading.problems : [{ line: 1, words: 'There are no rows in this JSON.' }],
  );
}

/** An object that holds nothing but lists of rows names its entities; any other is a row. */
function listsIn(value: unknown, called: string): [string, Row[]][] {
  if (Array.isArray(value)) return [[called, value.filter(isRow)]];
  if (!isRow(value)) return [];
  const lists = Object.entries(value);
  const isNamed = lists.length > 0 && lists.every(([, list]) => isList(list));
  return isNamed ? lists.flatMap(([name, list]) => (isList(list) ? [[name, list]] : [])) : [[called, [value]]];
}

function readTable(
  reading: Reading,
  { name, rows, depth }: { name: string; rows: readonly Row[]; depth: number },
): void {
  const flat = rows.map((row) => flatten(row));
  const names = [...new Set(flat.flatMap((row) => [...row.keys()]))];
  if (names.length === 0) return;
  if (names.length > COLUMNS_MAX) {
    reading.problems.push({ line: 1, words: `${name} has ${names.length} names, which are no fields of one row.` });
    return;
  }
  const values = new Map(names.map((one) => [one, flat.map((row) => row.get(one) ?? null)]));
  const inner = names.filter((one) => depth < DEPTH_MAX && (values.get(one) ?? []).some(isList));
  const own = names.filter((one) => !inner.includes(one));
  const key = own.find((one) => isIdentifier({ table: name, column: one, depth }) && isKey(values.get(one) ?? []));
  const columns = own.map((one): PastedColumn => columnOf(one, values.get(one) ?? [], one === key));
  const table: PastedTable = {
    name,
    columns,
    key: key === undefined ? [] : [key],
    references: [],
    note: describeGuess(rows.length),
  };
  if (columns.length > 0) reading.tables.push(table);
  for (const one of inner) readInner(reading, { parent: table, name: one, lists: values.get(one) ?? [], depth });
}

type Inner = { parent: PastedTable; name: string; lists: readonly unknown[]; depth: number };

/** The rows within rows, each with the key of the row it stood in; without one nothing could tell whose they are. */
function readInner(reading: Reading, { parent, name, lists, depth }: Inner): void {
  const rows = lists.flatMap((list) => (isList(list) ? list : []));
  const before = reading.tables.length;
  readTable(reading, { name, rows, depth: depth + 1 });
  const table = reading.tables[before];
  const [key] = parent.key;
  const column = parent.columns.find((one) => one.name === key);
  if (!table) return;
  if (!column) {
    reading.problems.push({ line: 1, words: `${name} stands alone, as nothing identifies a row of ${parent.name}.` });
    return;
  }
  const carried = /^(_?id|key)$/i.test(column.name)
    ? `${singularOf(wordsOf(parent.name)).replaceAll(' ', '_')}_id`
    : column.name;
  if (!table.columns.some((one) => one.name === carried))
    table.columns.unshift({ name: carried, type: column.type, nullable: false });
  table.references.push({ columns: [carried], table: parent.name, toColumns: [column.name] });
}

/** `{ customer: { name } }` has a `customer_name`. */
function flatten(row: Row, prefix = '', depth = 0): Map<string, unknown> {
  const flat = new Map<string, unknown>();
  for (const [name, value] of Object.entries(row)) {
    if (isRow(value) && depth < DEPTH_MAX)
      for (const [inner, one] of flatten(value, `${prefix}${name}_`, depth + 1)) flat.set(inner, one);
    else flat.set(`${prefix}${name}`, value);
  }
  return flat;
}

function columnOf(name: string, values: readonly unknown[], isKeyColumn: boolean): PastedColumn {
  const said = values.filter((value) => value !== null && value !== undefined);
  return { name, type: typeOf(said), nullable: !isKeyColumn && said.length < values.length };
}

function typeOf(values: readonly unknown[]): AttributeType {
  const isAll = (is: (value: unknown) => boolean) => values.length > 0 && values.every(is);
  if (isAll((value) => typeof value === 'boolean')) return 'boolean';
  if (isAll((value) => Number.isInteger(value))) return 'integer';
  if (isAll((value) => typeof value === 'number')) return 'decimal';
  if (values.some((value) => typeof value === 'object')) return 'json';
  const texts = values.flatMap((value) => (typeof value === 'string' ? value : []));
  return texts.length === values.length ? typeOfTexts(texts) : 'string';
}

/** What a name says; of rows within rows only `id` and their own name count, as a `sku` is unique in few orders by chance. */
function isIdentifier({ table, column, depth }: { table: string; column: string; depth: number }): boolean {
  const words = wordsOf(column);
  const own = singularOf(wordsOf(table));
  if (words === 'id' || words === own || words === `${own} id`) return true;
  return depth === 0 && guessField(words)?.role === 'identifier';
}

function isKey(values: readonly unknown[]): boolean {
  const isSaid = values.every((value) => typeof value === 'number' || (typeof value === 'string' && value !== ''));
  return isSaid && new Set(values).size === values.length;
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isList(value: unknown): value is Row[] {
  return Array.isArray(value) && value.length > 0 && value.every(isRow);
}
