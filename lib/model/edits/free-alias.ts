import type { EntityRecord } from '../records';
import { inputsOf } from '../scope';

/** A short name for an input: the first letter of what it is, then the first two, then with a number. */
export function freeAlias(entity: EntityRecord | null, name: string): string {
  const taken = new Set(entity === null ? [] : inputsOf(entity).map(({ as }) => as));
  const letters = name.toLowerCase().replace(/[^a-z0-9]/g, '') || 'x';
  const start = /^[a-z]/.test(letters) ? letters : `x${letters}`;
  const short = [start.slice(0, 1), start.slice(0, 3)].find((alias) => !taken.has(alias) && !RESERVED_SHORT.has(alias));
  if (short !== undefined) return short;
  for (let n = 2; ; n++) if (!taken.has(`${start.slice(0, 1)}${n}`)) return `${start.slice(0, 1)}${n}`;
}

/** Three letters that are a word of the expression language. */
const RESERVED_SHORT: ReadonlySet<string> = new Set(['all', 'and', 'any', 'asc', 'end', 'for', 'not']);
