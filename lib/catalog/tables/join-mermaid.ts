import { singularOf } from '@/lib/model/words-for';
import type { MermaidEnd } from './mermaid-statement';
import type { PastedColumn, PastedTable, PasteProblem } from './pasted-table';
import { wordsOf } from './words-of';

export type MermaidLine = {
  line: number;
  left: MermaidEnd;
  right: MermaidEnd;
  label: string | null;
  from: PastedTable;
  to: PastedTable;
};

const ESTIMATED = 'Estimated: a line needs it.';

/**
 * Gives each line the fields it is over: the key of the one, found in the many by its name. A key or a field that nobody
 * drew is added, because the line says that there is one, and told, because it is an estimate.
 */
export function joinMermaid(lines: readonly MermaidLine[]): PasteProblem[] {
  const taken = new Map<PastedTable, Set<string>>();
  return lines.flatMap((one) => join(one, taken));
}

function join(
  { line, left, right, label, from, to }: MermaidLine,
  taken: Map<PastedTable, Set<string>>,
): PasteProblem[] {
  if (left.isMany && right.isMany) {
    const words = `Many ${from.name} and ${to.name} go together: draw the entity that stands between them.`;
    return [{ line, words }];
  }
  const isOneToOne = !left.isMany && !right.isMany;
  // Of two ones the right hangs on the left, as in "has"; unless the left carries the key of the right.
  const isTurned = isOneToOne ? carried(from, to, taken) !== null && carried(to, from, taken) === null : left.isMany;
  const [many, one, oneEnd] = isTurned ? [from, to, right] : [to, from, left];
  const told = one.key.length === 0 ? [{ line, words: giveKey(one) }] : [];
  const found = carried(many, one, taken);
  const columns = found ?? give(many, one);
  if (!found)
    told.push({
      line,
      words: `${many.name} names no field that leads to ${one.name}: ${columns.join(', ')} is added.`,
    });
  for (const name of columns) takenOf(taken, many).add(name);
  many.references.push({
    columns,
    table: one.name,
    toColumns: [...one.key],
    oneAt: isOneToOne ? 'both' : 'to',
    ...(oneEnd.mayBeMissing ? { isOptional: true } : {}),
    ...(label === null ? {} : { label }),
  });
  return told;
}

/** The fields of the many that carry the key of the one and that no other line is over; null where one is missing. */
function carried(many: PastedTable, one: PastedTable, taken: Map<PastedTable, Set<string>>): string[] | null {
  const free = many.columns.filter(
    ({ name }) => !takenOf(taken, many).has(name) && (many !== one || !one.key.includes(name)),
  );
  const found = one.key.flatMap((key) => free.find(({ name }) => namesFor(one, key).includes(flat(name)))?.name ?? []);
  return found.length > 0 && found.length === one.key.length ? found : null;
}

/** What a field may be called that carries a key of a table: `customer_id`, `customerId`, or the key itself unless it is `id`. */
function namesFor(one: PastedTable, key: string): string[] {
  const called = [one.name, singularOf(wordsOf(one.name))];
  const joined = called.map((name) => flat(`${name}${key}`));
  return isPlainKey(key) ? [...joined, ...called.map((name) => flat(name))] : [flat(key), ...joined];
}

function giveKey(one: PastedTable): string {
  const known = one.columns.find(
    ({ name }) => isPlainKey(name) || flat(name) === flat(`${singularOf(wordsOf(one.name))}id`),
  );
  const column: PastedColumn = known ?? {
    name: `${nameOf(one)}_id`,
    type: 'string',
    nullable: false,
    note: ESTIMATED,
  };
  column.nullable = false;
  one.key.push(column.name);
  if (known) return `${one.name} marks no PK; ${known.name} is taken for it.`;
  one.columns.unshift(column);
  return `${one.name} has no key, and its lines need one: ${column.name} is added.`;
}

/** The fields the line needs, added to the many. */
function give(many: PastedTable, one: PastedTable): string[] {
  return one.key.map((key) => {
    const wanted = isPlainKey(key) || many === one ? `${nameOf(one)}_${key}` : key;
    const type = one.columns.find(({ name }) => name === key)?.type ?? 'string';
    const column: PastedColumn = { name: free(many, wanted), type, nullable: true, note: ESTIMATED };
    many.columns.push(column);
    return column.name;
  });
}

function free({ columns }: PastedTable, wanted: string): string {
  const isTaken = (name: string) => columns.some((column) => column.name.toLowerCase() === name.toLowerCase());
  for (let n = 1; ; n++) {
    const name = n === 1 ? wanted : `${wanted}_${n}`;
    if (!isTaken(name)) return name;
  }
}

function takenOf(taken: Map<PastedTable, Set<string>>, table: PastedTable): Set<string> {
  const own = taken.get(table) ?? new Set<string>();
  taken.set(table, own);
  return own;
}

function isPlainKey(key: string): boolean {
  return /^_?(id|key|no|number|code|uuid)$/i.test(key);
}

function nameOf({ name }: PastedTable): string {
  return singularOf(wordsOf(name)).replaceAll(' ', '_');
}

function flat(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
