import { canonicalJson } from '@/lib/base/canonical-json';
import type { ModelRecord } from '@/lib/model/records';

/** What differs between two versions of a record, field by field, as it can be shown side by side. */
export function differingFields(
  mine: ModelRecord | null,
  theirs: ModelRecord | null,
): { name: string; mine: string; theirs: string }[] {
  if (mine === null || theirs === null) return [];
  const my = new Map<string, unknown>(Object.entries(mine));
  const their = new Map<string, unknown>(Object.entries(theirs));
  return [...new Set([...my.keys(), ...their.keys()])]
    .filter((name) => canonicalJson(my.get(name) ?? null) !== canonicalJson(their.get(name) ?? null))
    .map((name) => ({ name: wordsOf(name), mine: shown(my.get(name)), theirs: shown(their.get(name)) }));
}

function wordsOf(name: string): string {
  const words = name
    .replace(/Ids?$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return value;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? value.map(shown).join(', ') : canonicalJson(value);
}
