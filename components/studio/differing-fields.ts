import { canonicalJson } from '@/lib/base/canonical-json';
import { capitalise } from '@/lib/base/capitalise';
import type { ModelRecord, RecordId } from '@/lib/model/records';

export type DifferingField = { name: string; mine: string; theirs: string };

/** Fields whose names would puzzle people; the rest read well with spaces between their words. */
const WORDS: Readonly<Record<string, string>> = {
  label: 'Called',
  name: 'Name in files',
  description: 'In words',
  definition: 'In words',
  grain: 'One row per',
  cardinality: 'How many',
  formula: 'How it is made',
  rule: 'What is needed',
  derivation: 'Comes from',
  expression: 'Comes from',
  sliceIds: 'May be cut by',
  roleSlices: 'May be cut by, in a role',
  timeRole: 'By which date, in which role',
  segmentIds: 'Only',
  timeAttributeId: 'By which date',
  classification: 'Who may see it',
};

/** What differs between two versions of a record, field by field, with other records called by their words. */
export function differingFields(
  mine: ModelRecord | null,
  theirs: ModelRecord | null,
  call: (id: RecordId) => string | null,
): DifferingField[] {
  if (mine === null || theirs === null) return [];
  const my = new Map<string, unknown>(Object.entries(mine));
  const their = new Map<string, unknown>(Object.entries(theirs));
  const differing = [...new Set([...my.keys(), ...their.keys()])].filter(
    (name) => canonicalJson(my.get(name) ?? null) !== canonicalJson(their.get(name) ?? null),
  );
  // A name follows the words people use: where those differ, it says nothing more.
  const told = differing.includes('label') ? differing.filter((name) => name !== 'name') : differing;
  return told.map((name) => ({
    name: wordsOf(name),
    mine: shown(my.get(name), call),
    theirs: shown(their.get(name), call),
  }));
}

function wordsOf(name: string): string {
  const words = name
    .replace(/Ids?$/, '')
    .replace(/([A-Z])/g, ' $1')
    .toLowerCase()
    .trim();
  return WORDS[name] ?? capitalise(words);
}

function shown(value: unknown, call: (id: RecordId) => string | null): string {
  if (value === null || value === undefined || value === '') return '–';
  if (typeof value === 'string') return call(value) ?? value;
  if (typeof value === 'number') return String(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (Array.isArray(value)) return value.length === 0 ? '–' : value.map((one) => shown(one, call)).join(', ');
  return typeof value === 'object'
    ? Object.entries(value)
        .map(([name, one]) => `${wordsOf(name).toLowerCase()}: ${shown(one, call)}`)
        .join('; ')
    : String(value);
}
