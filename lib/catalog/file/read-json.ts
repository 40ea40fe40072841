import { brokenText } from './check-text';
import type { Finding, FindingFacts } from './finding';
import type { ReadLimits } from './limits';
import { guardWeight, ReadingEnds, type ReadTree } from './read-tree';
import { listNode, mapNode, scalarNode, type TreeEntry, type TreeNode } from './tree';

/**
 * JSON into the same tree. JSON.parse decides what a string and a number are, but it keeps no places, drops duplicate
 * keys without a word and gives the position of an error on some engines only; so the structure is read here.
 */
export function readJson(text: string, limits: ReadLimits): ReadTree {
  const reader: Reader = { text, limits, at: 0, depth: 0, path: [], findings: [] };
  try {
    skipSpace(reader);
    const tree = readValue(reader);
    skipSpace(reader);
    if (reader.at < text.length) throw unexpected(reader, 'the end of the file');
    return { tree, findings: reader.findings };
  } catch (error) {
    if (error instanceof ReadingEnds) return { tree: null, findings: [...reader.findings, error.finding] };
    throw error;
  }
}

type Reader = {
  readonly text: string;
  readonly limits: ReadLimits;
  at: number;
  depth: number;
  path: (string | number)[];
  readonly findings: Finding[];
};

const SPACE = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y;
const WORD = /true|false|null/y;

function readValue(reader: Reader): TreeNode {
  const opening = reader.text[reader.at];
  if (opening === '{' || opening === '[') return readNested(reader, opening);
  const at = reader.at;
  if (opening === '"') return scalarNode(at, readString(reader));
  const word = match(reader, WORD);
  if (word !== null) return scalarNode(at, word === 'null' ? null : word === 'true');
  const number = match(reader, NUMBER);
  if (number === null) throw unexpected(reader, 'a value');
  const value = Number(number);
  return scalarNode(at, value === 0 ? 0 : value);
}

function readNested(reader: Reader, opening: '{' | '['): TreeNode {
  const max = reader.limits.depthMax;
  if (++reader.depth > max) throw end(reader, { code: 'too-large', what: 'depth', max });
  const node = opening === '{' ? readMap(reader) : readList(reader);
  reader.depth--;
  return guardWeight(node, [...reader.path], reader.limits);
}

function readList(reader: Reader): TreeNode {
  const at = reader.at++;
  const items: TreeNode[] = [];
  readMembers(reader, ']', () => {
    reader.path.push(items.length);
    items.push(readValue(reader));
    reader.path.pop();
  });
  return listNode(at, items);
}

function readMap(reader: Reader): TreeNode {
  const at = reader.at++;
  const entries = new Map<string, TreeEntry>();
  readMembers(reader, '}', () => {
    const keyAt = reader.at;
    const key = readString(reader);
    skipSpace(reader);
    if (!accept(reader, ':')) throw unexpected(reader, '":"');
    skipSpace(reader);
    reader.path.push(key);
    const value = readValue(reader);
    reader.path.pop();
    const wrong = wrongKey(key, entries);
    if (wrong) reader.findings.push({ ...wrong, at: keyAt, path: [...reader.path] });
    else entries.set(key, { keyAt, value });
  });
  return mapNode(at, entries);
}

function readMembers(reader: Reader, closing: ']' | '}', readMember: () => void): void {
  skipSpace(reader);
  if (accept(reader, closing)) return;
  do {
    skipSpace(reader);
    readMember();
    skipSpace(reader);
  } while (accept(reader, ','));
  if (!accept(reader, closing)) throw unexpected(reader, `"," or "${closing}"`);
}

function wrongKey(key: string, entries: ReadonlyMap<string, TreeEntry>): FindingFacts | null {
  if (key === '__proto__') return { code: 'forbidden-key', key };
  return entries.has(key) ? { code: 'duplicate-key', key } : null;
}

function readString(reader: Reader): string {
  const at = reader.at;
  if (reader.text[at] !== '"') throw unexpected(reader, 'a text in double quotes');
  const stop = closingQuote(reader.text, at);
  const value = stop === null ? null : parseString(reader.text.slice(at, stop + 1));
  if (stop === null || value === null)
    throw end(reader, { code: 'syntax', reason: 'this text is not closed or not JSON' });
  reader.at = stop + 1;
  const broken = brokenText(value);
  if (broken) reader.findings.push({ code: 'encoding', found: broken, at, path: [...reader.path] });
  return value;
}

function closingQuote(text: string, opening: number): number | null {
  for (let at = opening + 1; at < text.length; at++) {
    if (text[at] === '"') return at;
    if (text[at] === '\\') at++;
  }
  return null;
}

function parseString(written: string): string | null {
  try {
    return String(JSON.parse(written));
  } catch {
    return null;
  }
}

function skipSpace(reader: Reader): void {
  match(reader, SPACE);
}

function match(reader: Reader, pattern: RegExp): string | null {
  pattern.lastIndex = reader.at;
  const found = pattern.exec(reader.text)?.[0];
  if (found === undefined) return null;
  reader.at += found.length;
  return found;
}

function accept(reader: Reader, character: string): boolean {
  if (reader.text[reader.at] !== character) return false;
  reader.at++;
  return true;
}

function unexpected(reader: Reader, expected: string): ReadingEnds {
  const found = reader.text[reader.at];
  const reason = `expected ${expected}, found ${found === undefined ? 'the end of the file' : JSON.stringify(found)}`;
  return end(reader, { code: 'syntax', reason });
}

function end(reader: Reader, facts: FindingFacts): ReadingEnds {
  return new ReadingEnds({ ...facts, at: Math.min(reader.at, reader.text.length), path: [...reader.path] });
}
