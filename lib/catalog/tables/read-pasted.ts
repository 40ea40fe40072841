import { ok, type Result, refuse } from '@/lib/base/result';
import { EMPTY_MODEL, type ModelRecord } from '@/lib/model/records';
import { readModelText } from '../model-text';
import { readWorkspace } from '../read-workspace';
import type { PastedTable, PasteProblem } from './pasted-table';
import { namesColumns, readColumnList } from './read-column-list';
import { looksLikeDbml, readDbml } from './read-dbml';
import { readDdl } from './read-ddl';
import { readJsonRows } from './read-json-rows';
import { looksLikeMermaid, readMermaid } from './read-mermaid';
import { readRows } from './read-rows';

export type PastedModel = { key: string; name: string; records: ModelRecord[] };
/** What somebody's text turned out to be. Problems beside tables are statements that were passed over. */
export type Pasted =
  | { is: 'tables'; from: 'statements' | 'list' | 'rows'; tables: PastedTable[]; problems: PasteProblem[] }
  | { is: 'models'; models: PastedModel[] };

/**
 * Reads what a person pasted or uploaded, whatever it is: CREATE TABLE statements, DBML, a Mermaid diagram, a workspace
 * file, one product's model, a list of columns, or rows of a table as cells or JSON, which is then called `called`. It is
 * told apart by what it says, and refused with lines when nothing of it can be drawn.
 */
export function readPasted(text: string, called = 'Pasted table'): Result<Pasted, PasteProblem[]> {
  if (text.trim() === '') return refuse([{ line: 1, words: 'There is nothing in it.' }]);
  if (looksLikeMermaid(text)) return readStatements(readMermaid(text));
  if (looksLikeDbml(text)) return readStatements(readDbml(text));
  if (looksLikeDdl(text)) return readStatements(readDdl(text));
  if (looksLikeJson(text)) return readJson(text, called);
  if (/^\s*\{|^(headwater|workspace|products|sources)\s*:/m.test(text)) return readProducts(text);
  if (/^\s*(model|entities|metrics|relationships)\s*:/m.test(text)) return readModel(text);
  const [head = ''] = text.split('\n', 1);
  if (!/[,;\t]/.test(head))
    return refuse([
      {
        line: 1,
        words: 'These are no tables in SQL, DBML or Mermaid, no workspace file, and no list of columns or rows.',
      },
    ]);
  const isList = namesColumns(head);
  const read = isList ? readColumnList(text) : readRows(text, called);
  if (!read.ok) return read;
  const tables = Array.isArray(read.value) ? read.value : [read.value];
  return ok({ is: 'tables', from: isList ? 'list' : 'rows', tables, problems: [] });
}

/**
 * True for a text that somebody who pastes it on a canvas means to be drawn: it can be read, or tries to be statements or a
 * model. Rows whose first line sets a space after every comma are as likely two lines of a letter.
 */
export function isMeantToBeDrawn(text: string): boolean {
  if ([looksLikeDdl, looksLikeModel, looksLikeDbml, looksLikeMermaid, looksLikeRows].some((looks) => looks(text)))
    return true;
  const read = readPasted(text);
  if (!read.ok) return false;
  const [head = ''] = text.split('\n', 1);
  return read.value.is === 'models' || read.value.from === 'list' || /\t|[,;]\S/.test(head);
}

function looksLikeDdl(text: string): boolean {
  return /\bcreate\s+(?:\w+\s+){0,4}table\b/i.test(text);
}

/** JSON that is no workspace file. */
function looksLikeJson(text: string): boolean {
  return /^\s*[[{]/.test(text) && !/^\s*\{\s*"(headwater|workspace|products|sources)"\s*:/.test(text);
}

/** Objects in brackets or braces, also when a comma is missing somewhere. */
function looksLikeRows(text: string): boolean {
  return /^\s*(\[\s*)?\{\s*"[^"\n]*"\s*:/.test(text);
}

/** A text that begins like a file of this product. */
function looksLikeModel(text: string): boolean {
  return /^(?:\s|#[^\n]*\n)*(?:headwater|workspace|products|model|entities)\s*:/.test(text);
}

/** What the rows of a file are called: its name without the ending. */
export function tableNameOf({ name }: { name: string }): string {
  return name.replace(/\.\w+$/, '') || name;
}

function readStatements({ tables, problems }: ReturnType<typeof readDdl>): Result<Pasted, PasteProblem[]> {
  if (tables.length > 0) return ok({ is: 'tables', from: 'statements', tables, problems });
  return refuse(problems.length > 0 ? problems : [{ line: 1, words: 'No table is made in it.' }]);
}

function readJson(text: string, called: string): Result<Pasted, PasteProblem[]> {
  const read = readJsonRows(text, called);
  return read.ok ? ok({ is: 'tables', from: 'rows', ...read.value }) : read;
}

function readProducts(text: string): Result<Pasted, PasteProblem[]> {
  const read = readWorkspace(text);
  if (!read.ok) return refuse(read.error.map(({ line, words }) => ({ line, words })));
  const models = read.value.products.flatMap(({ key, name, model }): PastedModel[] => {
    const records = Object.values(model.records);
    return records.length === 0 ? [] : [{ key, name, records }];
  });
  return models.length > 0
    ? ok({ is: 'models', models })
    : refuse([{ line: 1, words: 'No product in it has a model.' }]);
}

/** One product's model, with or without the `model:` it stands under. */
function readModel(text: string): Result<Pasted, PasteProblem[]> {
  const lines = text.split('\n');
  const head = lines.findIndex((line) => /^\s*model\s*:\s*$/.test(line));
  const body = head === -1 ? lines : lines.slice(head + 1);
  const indent = head === -1 ? 0 : (body.find((line) => line.trim() !== '')?.search(/\S/) ?? 0);
  const read = readModelText(
    body.map((line) => line.slice(Math.min(indent, line.search(/\S|$/)))).join('\n'),
    EMPTY_MODEL,
  );
  if (!read.ok) return refuse(read.error.map(({ line, words }) => ({ line: line + head + 1, words })));
  const records = Object.values(read.value.model.records);
  if (records.length === 0) return refuse([{ line: 1, words: 'There is nothing in this model.' }]);
  return ok({ is: 'models', models: [{ key: 'model', name: 'The model', records }] });
}
