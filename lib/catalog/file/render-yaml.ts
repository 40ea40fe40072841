import { keyText, scalarText } from './scalar-text';

/** What is written: plain data; what is undefined is left out. */
export type Writable = string | number | boolean | null | readonly Writable[] | WritableMap;
export type WritableMap = { readonly [key: string]: Writable | undefined };

/** Entries that are one line however long it gets: people read and compare them by line. */
const ALWAYS_ONE_LINE = new Set(['columns', 'attributes']);
/** Entries that are never squeezed into one line. */
const NEVER_ONE_LINE = new Set(['sources', 'tables', 'products', 'entities']);
/** Lists of maps that stand one entry to a line, however short. */
const ENTRY_TO_A_LINE = new Set([
  ...ALWAYS_ONE_LINE,
  ...NEVER_ONE_LINE,
  ...[
    'domains',
    'teams',
    'policies',
    'joins',
    'relationships',
    'segments',
    'measures',
    'metrics',
    'drivers',
    'expectations',
    'contracts',
  ],
]);
const WIDTH = 120;

/**
 * The one layout of a workspace file: maps as blocks, small things in brackets where the line holds them, a column or an
 * attribute to a line, an empty line between products. The same data gives the same bytes.
 */
export function renderYaml(file: WritableMap): string {
  return `${blockMap(file, 0).join('\n')}\n`;
}

function blockMap(map: WritableMap, indent: number): string[] {
  return entriesOf(map).flatMap(([key, value]) => {
    const start = `${' '.repeat(indent)}${keyText(key)}:`;
    const inLine = isBroken(key, value) ? null : flow(value);
    if (inLine !== null && (!isNested(value) || start.length + 1 + inLine.length <= WIDTH))
      return [`${start} ${inLine}`];
    return [start, ...(isList(value) ? blockList(key, value, indent + 2) : blockMap(toMap(value), indent + 2))];
  });
}

function blockList(key: string, list: readonly Writable[], indent: number): string[] {
  return list.flatMap((item, index) => {
    const lines = listEntry(key, item, indent);
    return key === 'products' && index > 0 ? ['', ...lines] : lines;
  });
}

function listEntry(key: string, item: Writable, indent: number): string[] {
  const start = `${' '.repeat(indent)}- `;
  const inLine = NEVER_ONE_LINE.has(key) ? null : flow(item);
  const fits = inLine !== null && (start.length + inLine.length <= WIDTH || ALWAYS_ONE_LINE.has(key));
  if (inLine !== null && (fits || !isNested(item))) return [`${start}${inLine}`];
  const [first = '', ...rest] = isList(item) ? blockList('', item, indent + 2) : blockMap(toMap(item), indent + 2);
  return [`${start}${first.slice(indent + 2)}`, ...rest];
}

/** In brackets on one line, or null where something in it stands one entry to a line. */
function flow(value: Writable): string | null {
  if (!isNested(value)) return scalarText(value);
  const parts = isList(value) ? value.map(flow) : entriesOf(value).map(flowEntry);
  const written = parts.filter((part) => part !== null);
  if (written.length < parts.length) return null;
  if (written.length === 0) return isList(value) ? '[]' : '{}';
  const inside = written.join(', ');
  if (!isList(value)) return `{ ${inside} }`;
  return value.some(isNested) ? `[ ${inside} ]` : `[${inside}]`;
}

function flowEntry([key, value]: [string, Writable]): string | null {
  const inLine = isBroken(key, value) ? null : flow(value);
  return inLine === null ? null : `${keyText(key)}: ${inLine}`;
}

/** True for a list that stands one entry to a line. */
function isBroken(key: string, value: Writable): boolean {
  return ENTRY_TO_A_LINE.has(key) && isList(value) && value.some((item) => isNested(item) && !isList(item));
}

function isNested(value: Writable): value is readonly Writable[] | WritableMap {
  return typeof value === 'object' && value !== null;
}

function isList(value: Writable): value is readonly Writable[] {
  return Array.isArray(value);
}

function toMap(value: Writable): WritableMap {
  if (!isNested(value) || isList(value)) throw new TypeError('a map was expected');
  return value;
}

function entriesOf(map: WritableMap): [string, Writable][] {
  return Object.entries(map).flatMap(([key, value]): [string, Writable][] =>
    value === undefined ? [] : [[key, value]],
  );
}
