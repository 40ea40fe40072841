import { columnType } from './column-type';
import { type DdlToken, ddlTokens } from './ddl-tokens';
import type { PastedColumn, PastedReference, PastedTable, PasteProblem } from './pasted-table';
import { type LeftOut, tellLeftOut } from './tell-left-out';
import { noteUnique, takeKeyFromUnique } from './unique-columns';

type Tokens = readonly DdlToken[];
type Reading = { tables: { line: number; table: PastedTable }[]; leftOut: LeftOut[]; problems: PasteProblem[] };

/**
 * The tables that CREATE TABLE statements of any dialect make, with the keys that ALTER TABLE and unique indexes add. It
 * reads names, types, primary and foreign keys and what is unique; checks, indexes and views are counted, and everything
 * else is passed over. A statement it cannot read is told with its line and does not keep the others from being read. No
 * statement is ever run.
 */
export function readDdl(text: string): { tables: PastedTable[]; problems: PasteProblem[] } {
  const reading: Reading = { tables: [], leftOut: [], problems: [] };
  for (const statement of statementsOf(ddlTokens(text))) {
    const made = madeBy(statement, 0);
    if (made === 'table') readCreate(reading, statement);
    else if (made === null) readAlter(reading, statement);
    else readOther(reading, statement, made);
  }
  const keys = reading.tables.flatMap(({ line, table }) => takeKeyFromUnique(table, line));
  const told = [...reading.problems, ...keys, ...(reading.tables.length > 0 ? tellLeftOut(reading.leftOut) : [])];
  return { tables: reading.tables.map(({ table }) => table), problems: told.sort((a, b) => a.line - b.line) };
}

/**
 * The statements that make or change tables, each from its verb on: to its semicolon or to where the next one begins, as
 * batches without semicolons and lists that were never closed would swallow what follows them.
 */
function statementsOf(tokens: Tokens): Tokens[] {
  const statements: DdlToken[][] = [];
  let isInside = false;
  tokens.forEach((token, at) => {
    if (begins(tokens, at)) {
      statements.push([]);
      isInside = true;
    }
    if (isSign(token, ';')) isInside = false;
    if (isInside) statements.at(-1)?.push(token);
  });
  return statements;
}

/** True at the verb of ALTER TABLE and of what makes something that is read or told. */
function begins(tokens: Tokens, at: number): boolean {
  return is(tokens[at], 'ALTER') ? is(tokens[at + 1], 'TABLE') : madeBy(tokens, at) !== null;
}

const MADE = ['TABLE', 'INDEX', 'VIEW', 'TRIGGER'] as const;

/** What CREATE [OR REPLACE TEMPORARY …] makes, where its verb stands here. */
function madeBy(tokens: Tokens, at: number): Lowercase<(typeof MADE)[number]> | null {
  if (!is(tokens[at], 'CREATE')) return null;
  const upTo = tokens.slice(at + 1, at + 6);
  const noun = upTo.findIndex((token) => is(token, ...MADE));
  if (noun === -1 || !upTo.slice(0, noun).every(({ kind }) => kind === 'word')) return null;
  const made = MADE.find((one) => is(upTo[noun], one));
  return made === 'TABLE' ? 'table' : made === 'INDEX' ? 'index' : made === 'VIEW' ? 'view' : 'trigger';
}

/** Where the table's name stands. */
function nameAt(statement: Tokens): number {
  let at = statement.findIndex((token) => is(token, 'TABLE')) + 1;
  while (is(statement[at], 'IF', 'NOT', 'EXISTS', 'ONLY')) at++;
  return at;
}

function readCreate(reading: Reading, statement: Tokens): void {
  const line = statement[nameAt(statement)]?.line ?? statement.at(-1)?.line ?? 1;
  const read = tableOf(reading, statement, line);
  if ('words' in read) reading.problems.push(read);
  else reading.tables.push({ line, table: read });
}

function tableOf(reading: Reading, statement: Tokens, line: number): PastedTable | PasteProblem {
  const at = nameAt(statement);
  const { name, next } = readName(statement, at);
  if (name === null) return { line, words: 'There is no name after CREATE TABLE.' };
  const list = listAt(statement, next);
  if (list === null) return { line, words: `${name} has no list of columns that could be read.` };
  const body = insideOf(statement, list);
  if (body === null) return { line, words: `The list of columns of ${name} is not closed.` };
  const table: PastedTable = { name, columns: [], key: [], references: [] };
  for (const part of partsOf(body)) {
    const problem = readPart(reading, table, part);
    if (problem) return problem;
  }
  if (table.columns.length === 0) return { line, words: `${name} has no columns.` };
  for (const column of table.columns) if (table.key.includes(column.name)) column.nullable = false;
  return table;
}

/** Where the list of columns opens, behind clauses such as `CLUSTER BY (…)`; null where a table is made of another. */
function listAt(statement: Tokens, from: number): number | null {
  for (let at = from; at < statement.length; at++) {
    if (is(statement[at], 'AS', 'LIKE', 'CLONE', 'OF', 'SELECT')) return null;
    if (!isSign(statement[at], '(')) continue;
    if (!is(statement[at - 1], 'BY')) return at;
    at += (insideOf(statement, at)?.length ?? 0) + 1;
  }
  return null;
}

/** `ALTER TABLE t ADD CONSTRAINT … PRIMARY KEY (…)`, as dumps write their keys. */
function readAlter(reading: Reading, statement: Tokens): void {
  const { name, next } = readName(statement, nameAt(statement));
  const table = known(reading, name);
  if (!table) return;
  for (const part of partsOf(statement.slice(next))) {
    const add = part.findIndex((token) => is(token, 'ADD'));
    const constraint = part.slice(add + 1);
    if (add !== -1 && isConstraint(constraint)) readConstraint(reading, table, constraint);
  }
}

/** `CREATE UNIQUE INDEX i ON t (a, b)` says that no two rows share them, unless it is of some rows only or of expressions. */
function readOther(reading: Reading, statement: Tokens, noun: LeftOut['noun']): void {
  const line = statement[0]?.line ?? 1;
  const isUnique = noun === 'index' && is(statement[1], 'UNIQUE') && !statement.some((token) => is(token, 'WHERE'));
  const on = statement.findIndex((token) => is(token, 'ON'));
  const { name, next } = readName(statement, is(statement[on + 1], 'ONLY') ? on + 2 : on + 1);
  const table = isUnique && on !== -1 ? known(reading, name) : null;
  const open = statement.findIndex((token, at) => at >= next && isSign(token, '('));
  if (table && open !== -1 && noteUnique(table, columnsAt(statement, open))) return;
  reading.leftOut.push({ line, noun, ...(noun === 'index' ? { plural: 'indexes' } : {}) });
}

function known({ tables }: Reading, name: string | null): PastedTable | null {
  return tables.find(({ table }) => sameName(table.name, name ?? ''))?.table ?? null;
}

function readPart(reading: Reading, table: PastedTable, part: Tokens): PasteProblem | null {
  const [first] = part;
  if (!first) return null;
  if (isConstraint(part)) {
    readConstraint(reading, table, part);
    return null;
  }
  const called = nameOf(first);
  if (called === null) return { line: first.line, words: `A column of ${table.name} begins with “${first.text}”.` };
  if (table.columns.some(({ name }) => sameName(name, called)))
    return { line: first.line, words: `${table.name} has two columns called ${called}.` };
  table.columns.push(readColumn(table, called, part.slice(1)));
  if (part.some((token) => is(token, 'UNIQUE'))) noteUnique(table, [called]);
  if (part.some((token, at) => at > 1 && is(token, 'CHECK') && isSign(part[at + 1], '(')))
    reading.leftOut.push({ line: first.line, noun: 'check' });
  return null;
}

const AFTER_TYPE =
  'NOT NULL DEFAULT PRIMARY UNIQUE REFERENCES CHECK CONSTRAINT COLLATE COMMENT GENERATED AUTO_INCREMENT AUTOINCREMENT IDENTITY AS ENCODE DISTKEY SORTKEY ON OPTIONS MASKING KEY SPARSE ROWGUIDCOL CHARSET'.split(
    ' ',
  );

function readColumn(table: PastedTable, name: string, rest: Tokens): PastedColumn {
  const end = rest.findIndex((token) => is(token, ...AFTER_TYPE));
  const type = end === -1 ? rest : rest.slice(0, end);
  const tail = end === -1 ? [] : rest.slice(end);
  const isKey = tail.some((token, at) => is(token, 'PRIMARY') && is(tail[at + 1], 'KEY'));
  const isRequired = tail.some((token, at) => is(token, 'NOT') && is(tail[at + 1], 'NULL'));
  if (isKey) table.key = [name];
  const reference = readReference(tail, [name]);
  if (reference) table.references.push(reference);
  return { name, type: columnType(type.map(({ text }) => text).join(' ')), nullable: !isKey && !isRequired };
}

const CONSTRAINTS = ['CONSTRAINT', 'PRIMARY', 'FOREIGN', 'UNIQUE', 'CHECK', 'EXCLUDE', 'LIKE', 'FULLTEXT', 'SPATIAL'];

/** A column may be called `key` or `index` too; then a type follows, and no list of columns. */
function isConstraint(part: Tokens): boolean {
  const [first, second, third, fourth] = part;
  if (is(first, 'PRIMARY', 'FOREIGN')) return is(second, 'KEY');
  if (is(first, 'UNIQUE', 'CHECK')) return isSign(second, '(') || is(second, 'KEY', 'INDEX') || isSign(third, '(');
  if (is(first, ...CONSTRAINTS)) return second !== undefined;
  if (is(first, 'INDEX') && part.some((token, at) => at > 1 && is(token, 'TYPE'))) return true; // ClickHouse
  if (!is(first, 'KEY', 'INDEX')) return false;
  return isSign(second, '(') || (isSign(third, '(') && fourth?.kind !== 'literal');
}

function readConstraint({ leftOut }: Reading, table: PastedTable, part: Tokens): void {
  const primary = part.findIndex((token, at) => is(token, 'PRIMARY') && is(part[at + 1], 'KEY'));
  const foreign = part.findIndex((token, at) => is(token, 'FOREIGN') && is(part[at + 1], 'KEY'));
  const list = part.findIndex((token, at) => at > Math.max(primary, foreign) && isSign(token, '('));
  const columns = list === -1 ? [] : columnsAt(part, list).map((name) => asWritten(table, name));
  const kind = part.find((token) => is(token, 'PRIMARY', 'FOREIGN', 'UNIQUE', 'CHECK', 'KEY', 'INDEX'));
  const line = part[0]?.line ?? 1;
  if (is(kind, 'CHECK')) leftOut.push({ line, noun: 'check' });
  else if (is(kind, 'KEY', 'INDEX') || (is(kind, 'UNIQUE') && !noteUnique(table, columns)))
    leftOut.push({ line, noun: 'index', plural: 'indexes' });
  if (columns.length === 0) return;
  if (primary !== -1) {
    table.key = columns;
    for (const column of table.columns) if (columns.includes(column.name)) column.nullable = false;
  } else if (foreign !== -1) {
    const reference = readReference(part, columns);
    if (reference) table.references.push(reference);
  }
}

function readReference(tokens: Tokens, columns: string[]): PastedReference | null {
  const at = tokens.findIndex((token) => is(token, 'REFERENCES'));
  if (at === -1) return null;
  const { name, next } = readName(tokens, at + 1);
  if (name === null) return null;
  return { columns, table: name, toColumns: isSign(tokens[next], '(') ? columnsAt(tokens, next) : [] };
}

/** The last part of `database.schema.table`, and where the text goes on. */
function readName(tokens: Tokens, start: number): { name: string | null; next: number } {
  let name: string | null = null;
  let at = start;
  for (; at < tokens.length; at += 2) {
    const token = tokens[at];
    const part = token ? nameOf(token) : null;
    if (part === null) break;
    name = token?.kind === 'name' ? (part.split('.').at(-1) ?? part) : part;
    if (!isSign(tokens[at + 1], '.')) return { name, next: at + 1 };
  }
  return { name, next: at };
}

function columnsAt(tokens: Tokens, open: number): string[] {
  return partsOf(insideOf(tokens, open) ?? []).flatMap(([first]) => (first && nameOf(first)) ?? []);
}

/** What a token calls something; SQLite takes a name in single quotes, too. */
function nameOf({ kind, text }: DdlToken): string | null {
  if (kind === 'word' || kind === 'name') return text;
  const quoted = /^'(.+)'$/s.exec(text)?.[1];
  return kind === 'literal' && quoted !== undefined ? quoted.replaceAll("''", "'") : null;
}

function asWritten(table: PastedTable, name: string): string {
  return table.columns.find((column) => sameName(column.name, name))?.name ?? name;
}

/** What stands between a bracket and the one that closes it; null when none does. */
function insideOf(tokens: Tokens, open: number): Tokens | null {
  let depth = 0;
  for (let at = open; at < tokens.length; at++) {
    if (isSign(tokens[at], '(')) depth++;
    if (isSign(tokens[at], ')') && --depth === 0) return tokens.slice(open + 1, at);
  }
  return null;
}

/** The parts between commas outside of all brackets; `ARRAY<STRUCT<a INT, b INT>>` is one part. */
function partsOf(tokens: Tokens): DdlToken[][] {
  const parts: DdlToken[][] = [[]];
  let depth = 0;
  let angles = 0;
  tokens.forEach((token, at) => {
    if (isSign(token, '(')) depth++;
    if (isSign(token, ')')) depth--;
    if (isSign(token, '<') && (angles > 0 || is(tokens[at - 1], 'ARRAY', 'STRUCT', 'MAP', 'ROW'))) angles++;
    if (isSign(token, '>') && angles > 0) angles--;
    if (isSign(token, ',') && depth === 0 && angles === 0) parts.push([]);
    else parts.at(-1)?.push(token);
  });
  return parts.filter((part) => part.length > 0);
}

function is(token: DdlToken | undefined, ...words: readonly string[]): boolean {
  return token?.kind === 'word' && words.includes(token.text.toUpperCase());
}

function isSign(token: DdlToken | undefined, sign: string): boolean {
  return token?.kind === 'sign' && token.text === sign;
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
