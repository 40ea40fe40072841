import { columnType } from './column-type';
import { type DbmlLine, dbmlLine } from './dbml-line';
import {
  closing,
  type DbmlElement,
  dbmlElements,
  isName,
  isSign,
  linesOf,
  pathAt,
  settingsAt,
  type Tokens,
} from './dbml-parts';
import { dbmlTokens } from './dbml-tokens';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';
import { type LeftOut, tellLeftOut } from './tell-left-out';
import { noteUnique, takeKeyFromUnique } from './unique-columns';

type Found = { path: string; alias: string | null; line: number; table: PastedTable };
type Reading = {
  tables: Found[];
  partials: Map<string, PastedTable>;
  enums: Map<string, string[]>;
  lines: DbmlLine[];
  leftOut: LeftOut[];
  problems: PasteProblem[];
};

const LEFT_OUT: Readonly<Record<string, LeftOut['noun']>> = {
  project: 'project',
  tablegroup: 'table group',
  note: 'sticky note',
  records: 'list of records',
  dep: 'dependency',
  metadata: 'block of metadata',
  diagramview: 'view',
};

/** True for a text that begins as DBML does: with a table, an enum, a reference or a project and what it holds. */
export function looksLikeDbml(text: string): boolean {
  const plain = text.replace(/^(?:\s|\/\/[^\n]*\n|\/\*[\s\S]*?\*\/)+/, '');
  return (
    /^(table|tablepartial|enum|project|tablegroup)\b[^\n;(]*(\[[^\]]*\]\s*)?\n?\s*\{/i.test(plain) ||
    /^ref\b[^\n:{]*[:{][^\n]*\n?.*[<>-]/i.test(plain)
  );
}

/**
 * The tables of a DBML text with their keys, notes, enums and references, inline or standing alone, over one column or
 * several. What cannot be read is told at its line and does not keep the rest from being read; what a model has no place
 * for (defaults, indexes, groups) is counted.
 */
export function readDbml(text: string): { tables: PastedTable[]; problems: PasteProblem[] } {
  const reading: Reading = {
    tables: [],
    partials: new Map(),
    enums: new Map(),
    lines: [],
    leftOut: [],
    problems: [],
  };
  const elements = dbmlElements(dbmlTokens(text));
  for (const element of elements) if (element.kind === 'enum') readEnum(reading, element);
  for (const element of elements) if (element.kind === 'tablepartial') readPartial(reading, element);
  for (const element of elements) readElement(reading, element);
  for (const line of reading.lines) putLine(reading, line);
  const problems = [...reading.problems, ...tellLeftOut(reading.leftOut)].sort((a, b) => a.line - b.line);
  return { tables: reading.tables.map(({ table }) => table), problems };
}

function readElement(reading: Reading, element: DbmlElement): void {
  const { kind, line } = element;
  const noun = LEFT_OUT[kind];
  if (!element.isClosed) tell(reading, line, 'What begins here is never closed with “}”.');
  if (kind === 'table') readTable(reading, element);
  else if (kind === 'ref') for (const one of linesOf(element.body)) readLine(reading, one);
  else if (noun !== undefined)
    reading.leftOut.push({ line, noun, ...(kind === 'dep' ? { plural: 'dependencies' } : {}) });
  else if (kind !== 'enum' && kind !== 'tablepartial')
    tell(reading, line, 'A line that begins no table, enum or reference.');
}

function readEnum(reading: Reading, { head, body, line }: DbmlElement): void {
  const { path } = pathAt(head, 0);
  const values = linesOf(body).flatMap(([first]) => (first && isName(first) ? first.text : []));
  const name = path.join('.').toLowerCase();
  if (name === '' || values.length === 0) tell(reading, line, 'This enum has no name, or no values.');
  else reading.enums.set(name, values);
}

function readPartial(reading: Reading, { head, body }: DbmlElement): void {
  const { path } = pathAt(head, 0);
  const table: PastedTable = { name: path.at(-1) ?? '', columns: [], key: [], references: [] };
  fill(reading, { path: '', alias: null, line: head[0]?.line ?? 1, table }, body);
  reading.partials.set(table.name.toLowerCase(), table);
}

function readTable(reading: Reading, { head, body, line }: DbmlElement): void {
  const { path, next } = pathAt(head, 0);
  const last = path.at(-1);
  if (last === undefined) {
    tell(reading, line, 'There is no name after Table.');
    return;
  }
  const whole = path.join('.').toLowerCase();
  if (reading.tables.some((other) => other.path === whole)) {
    tell(reading, line, `${last} is there twice.`);
    return;
  }
  const isTaken = reading.tables.some(({ table }) => table.name.toLowerCase() === last.toLowerCase());
  const table: PastedTable = { name: isTaken ? path.join('_') : last, columns: [], key: [], references: [] };
  const alias = head[next]?.text.toLowerCase() === 'as' ? (head[next + 1]?.text.toLowerCase() ?? null) : null;
  const note = settingsAt(
    head,
    head.findIndex((token) => isSign(token, '[')),
  ).find(({ key }) => key === 'note');
  if (note?.value[0]) table.note = note.value[0].text;
  const found = { path: whole, alias, line, table };
  fill(reading, found, body);
  if (table.columns.length === 0) {
    tell(reading, line, `${last} has no columns.`);
    return;
  }
  for (const column of table.columns) if (table.key.includes(column.name)) column.nullable = false;
  reading.problems.push(...takeKeyFromUnique(table, line));
  reading.tables.push(found);
}

function fill(reading: Reading, found: Found, body: Tokens): void {
  for (const line of linesOf(body)) {
    const [first, second] = line;
    if (!first) continue;
    const word = first.kind === 'word' ? first.text.toLowerCase() : '';
    if (isSign(first, '~') && second) inject(reading, found, second.text, second.line);
    else if (word === 'note' && isSign(second, ':', '{')) {
      const note = line.find(({ kind }) => kind === 'text');
      if (note) found.table.note = note.text;
    } else if (word === 'indexes' && isSign(second, '{')) readIndexes(reading, found.table, line);
    else if ((word === 'checks' || word === 'records') && line.some((token) => isSign(token, '{')))
      reading.leftOut.push({ line: first.line, noun: word === 'checks' ? 'block of checks' : 'list of records' });
    else if (isName(first)) readColumn(reading, found, line);
    else tell(reading, first.line, `A column of ${found.table.name} begins with “${first.text}”.`);
  }
}

function inject(reading: Reading, { table }: Found, name: string, line: number): void {
  const partial = reading.partials.get(name.toLowerCase());
  if (!partial) {
    tell(reading, line, `There is no TablePartial ${name}.`);
    return;
  }
  for (const column of partial.columns) if (!columnOf(table, column.name)) table.columns.push({ ...column });
  if (table.key.length === 0) table.key.push(...partial.key);
  for (const columns of partial.unique ?? []) noteUnique(table, columns);
}

/** Only a key, or what is unique, says something here that a model has a place for; over an expression neither does. */
function readIndexes({ leftOut }: Reading, table: PastedTable, line: Tokens): void {
  const open = line.findIndex((token) => isSign(token, '{'));
  for (const index of linesOf(line.slice(open + 1, closing(line, open) ?? line.length))) {
    const bracket = index.findLastIndex((token) => isSign(token, '['));
    const has = (...keys: string[]) => settingsAt(index, bracket).some(({ key }) => keys.includes(key));
    const over = (bracket === -1 ? index : index.slice(0, bracket)).filter((token) => !isSign(token, '(', ')', ','));
    const named = over.filter(isName);
    if (has('pk', 'primary key')) table.key = named.map(({ text }) => columnOf(table, text)?.name ?? text);
    else if (
      !has('unique') ||
      named.length < over.length ||
      !noteUnique(
        table,
        named.map(({ text }) => text),
      )
    )
      leftOut.push({ line: index[0]?.line ?? 1, noun: 'index', plural: 'indexes' });
  }
}

function readColumn(reading: Reading, found: Found, line: Tokens): void {
  const { table } = found;
  const [first, ...rest] = line;
  if (!first) return;
  if (columnOf(table, first.text)) {
    tell(reading, first.line, `${table.name} has two columns called ${first.text}.`);
    return;
  }
  const open = rest.findIndex((token, at) => isSign(token, '[') && !/^(\d+|\])$/.test(rest[at + 1]?.text ?? ''));
  const type = open === -1 ? rest : rest.slice(0, open);
  if (type.length === 0) tell(reading, first.line, `${table.name}.${first.text} has no type, and is taken as text.`);
  const written = type.map(({ text }) => text).join('');
  const values = reading.enums.get(written.toLowerCase());
  const column: PastedColumn = {
    name: first.text,
    type: values ? 'string' : columnType(written.split('.').at(-1) ?? ''),
    nullable: true,
    ...(values ? { values } : {}),
  };
  table.columns.push(column);
  for (const { key, value, line: at } of settingsAt(rest, open)) {
    if (key === 'pk' || key === 'primary key') table.key.push(column.name);
    else if (key === 'not null') column.nullable = false;
    else if (key === 'unique') noteUnique(table, [column.name]);
    else if (key === 'note' && value[0]) column.note = value[0].text;
    else if (key === 'ref') readLine(reading, [...ownPath(found, first), ...value]);
    else if (key === 'default') reading.leftOut.push({ line: at, noun: 'default' });
    else if (key === 'check') reading.leftOut.push({ line: at, noun: 'check' });
    else if (!['null', 'increment'].includes(key))
      reading.leftOut.push({ line: at, noun: `“${key}”`, plural: `“${key}”` });
  }
}

/** `users.id` in front of an inline `> other.id`. */
function ownPath({ path }: Found, column: Tokens[number]): Tokens {
  const { line } = column;
  const parts = path.split('.').flatMap(
    (text): Tokens => [
      { kind: 'name', text, line },
      { kind: 'sign', text: '.', line },
    ],
  );
  return [...parts, column];
}

function readLine(reading: Reading, tokens: Tokens): void {
  const read = dbmlLine(tokens);
  if (read.ok) reading.lines.push(read.value);
  else reading.problems.push(read.error);
}

/** A reference stands at the many; a one-to-one at the end that was written first. */
function putLine(reading: Reading, { line, from, to, oneAt, isOptional, label }: DbmlLine): void {
  const [many, one] = [from, to].map(({ table }) => tableOf(reading, table));
  if (!many || !one) {
    tell(reading, line, `There is no table ${(many ? to : from).table.join('.')} for this reference.`);
    return;
  }
  const missing = from.columns.find((name) => !columnOf(many, name)) ?? to.columns.find((name) => !columnOf(one, name));
  if (missing !== undefined) {
    tell(reading, line, `There is no column ${missing} for this reference.`);
    return;
  }
  if (from.columns.length !== to.columns.length) {
    tell(reading, line, 'This reference names more columns on one side than on the other.');
    return;
  }
  many.references.push({
    columns: from.columns,
    table: one.name,
    toColumns: to.columns,
    oneAt,
    ...(isOptional ? { isOptional } : {}),
    ...(label === null ? {} : { label }),
  });
}

function tableOf({ tables }: Reading, path: readonly string[]): PastedTable | null {
  const wanted = path.join('.').toLowerCase();
  const plain = wanted.replace(/^public\./, '');
  const found =
    tables.find((other) => other.path === wanted || other.alias === wanted) ??
    tables.find((other) => other.path.replace(/^public\./, '') === plain);
  return found?.table ?? null;
}

function columnOf({ columns }: PastedTable, name: string): PastedColumn | null {
  return columns.find((column) => column.name.toLowerCase() === name.toLowerCase()) ?? null;
}

function tell({ problems }: Reading, line: number, words: string): void {
  problems.push({ line, words });
}
