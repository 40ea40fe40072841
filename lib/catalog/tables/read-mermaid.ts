import { columnType } from './column-type';
import { joinMermaid, type MermaidLine } from './join-mermaid';
import { mermaidStatement } from './mermaid-statement';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';
import { type LeftOut, tellLeftOut } from './tell-left-out';
import { noteUnique, takeKeyFromUnique } from './unique-columns';

type Reading = {
  tables: PastedTable[];
  byName: Map<string, PastedTable>;
  drawnAt: Map<PastedTable, number>;
  lines: MermaidLine[];
  leftOut: LeftOut[];
  problems: PasteProblem[];
};

const HEAD = /^\s*(?:```\s*mermaid\s*\n\s*)?(?:---\n[\s\S]*?\n---\s*\n)?(?:\s*%%[^\n]*\n)*\s*erDiagram\b/;
const LOOKS = /^(direction|title|acctitle|accdescr|classdef|class|style|linkstyle|subgraph|end)\b/i;
/** What such a line is called where it is told that it was left out; what closes another is told with it. */
const LEFT_OUT: Readonly<Record<string, LeftOut['noun']>> = {
  direction: 'direction',
  title: 'title',
  acctitle: 'title',
  accdescr: 'description',
  classdef: 'style',
  class: 'style',
  style: 'style',
  linkstyle: 'style',
  subgraph: 'group',
};
const ATTRIBUTE = /^(\S+(?:\([^)]*\))?(?:\[\])?)\s+(\*?[^\s",]+)((?:[\s,]+(?:PK|FK|UK)\b)*)\s*(?:"([^"]*)")?$/u;

/** True for the text of a Mermaid entity relationship diagram, fenced or not. */
export function looksLikeMermaid(text: string): boolean {
  return HEAD.test(text.replaceAll('\r', ''));
}

/**
 * The entities of a Mermaid `erDiagram` and its lines. Mermaid does not say which fields a line is over: they are found by
 * their names, and where there is none the field that the line needs is added and told. Looks and titles are counted; a
 * line that cannot be read is told and does not keep the others from being read.
 */
export function readMermaid(text: string): { tables: PastedTable[]; problems: PasteProblem[] } {
  const reading: Reading = { tables: [], byName: new Map(), drawnAt: new Map(), lines: [], leftOut: [], problems: [] };
  let open: PastedTable | null = null;
  let isDescribing = false;
  for (const { line, words } of linesOf(text)) {
    if (isDescribing) isDescribing = !words.includes('}');
    else if (open) {
      const [inside = '', ...after] = words.split('}');
      readAttribute(reading, open, { line, words: inside.trim() });
      if (after.length > 0) open = null;
    } else if (LOOKS.test(words)) {
      isDescribing = /^accdescr\s*\{[^}]*$/i.test(words);
      const noun = LEFT_OUT[LOOKS.exec(words)?.[1]?.toLowerCase() ?? ''];
      if (noun !== undefined) reading.leftOut.push({ line, noun });
    } else open = readStatement(reading, { line, words });
  }
  if (open) tell(reading, text.split('\n').length, `The fields of ${open.name} are not closed with “}”.`);
  const keys = reading.tables.flatMap((table) => takeKeyFromUnique(table, reading.drawnAt.get(table) ?? 1));
  const told = [...reading.problems, ...keys, ...joinMermaid(reading.lines), ...tellLeftOut(reading.leftOut)];
  const problems = told.sort((a, b) => a.line - b.line);
  return { tables: reading.tables, problems };
}

/** The entity whose fields begin here, if any do. */
function readStatement(reading: Reading, { line, words }: { line: number; words: string }): PastedTable | null {
  const statement = mermaidStatement(words);
  if (statement.is === 'unknown') {
    tell(
      reading,
      line,
      `“${words.length > 40 ? `${words.slice(0, 40)}…` : words}” is no entity and no line between two.`,
    );
    return null;
  }
  if (statement.is === 'line') {
    const { left, right, label } = statement;
    reading.lines.push({ line, left, right, label, from: tableOf(reading, left), to: tableOf(reading, right) });
    return null;
  }
  const table = tableOf(reading, statement);
  reading.drawnAt.set(table, line);
  if (!statement.opens) return null;
  const [inside = '', ...after] = statement.rest.split('}');
  readAttribute(reading, table, { line, words: inside.trim() });
  return after.length > 0 ? null : table;
}

function tableOf({ tables, byName }: Reading, { name, alias }: { name: string; alias: string | null }): PastedTable {
  const found = byName.get(name.toLowerCase());
  if (found) {
    if (alias !== null) found.name = alias;
    return found;
  }
  const table: PastedTable = { name: alias ?? name, columns: [], key: [], references: [] };
  byName.set(name.toLowerCase(), table);
  tables.push(table);
  return table;
}

function readAttribute(reading: Reading, table: PastedTable, { line, words }: { line: number; words: string }): void {
  if (words === '') return;
  const [, type = '', written = '', keys = '', note] = ATTRIBUTE.exec(words) ?? [];
  const name = written.replace(/^\*/, '');
  if (name === '') {
    tell(reading, line, `“${words}” is no field of ${table.name}: a type and a name are wanted.`);
    return;
  }
  if (table.columns.some((column) => column.name.toLowerCase() === name.toLowerCase())) {
    tell(reading, line, `${table.name} has two fields called ${name}.`);
    return;
  }
  const isKey = written.startsWith('*') || /\bPK\b/.test(keys);
  const column: PastedColumn = { name, type: columnType(type), nullable: !isKey };
  if (note) column.note = note;
  if (isKey) table.key.push(name);
  table.columns.push(column);
  if (/\bUK\b/.test(keys)) noteUnique(table, [name]);
}

/** What is said, without fences, front matter and comments, each at its line of the text. */
function linesOf(text: string): { line: number; words: string }[] {
  const plain = text.replaceAll('\r', '');
  const head = HEAD.exec(plain)?.[0] ?? '';
  const first = head.split('\n').length;
  return plain
    .slice(head.length)
    .split('\n')
    .map((written, at) => ({ line: first + at, words: written.replace(/%%.*$/, '').trim() }))
    .filter(({ words }) => words !== '' && !words.startsWith('```'));
}

function tell({ problems }: Reading, line: number, words: string): void {
  problems.push({ line, words });
}
