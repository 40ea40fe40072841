import { phraseForm, wordForms } from './word-forms';

/** Everything a record is called. */
export type Naming = { name: string; label: string | null; synonyms: readonly string[] };

/**
 * How two records are called the same, or at least alike: half of the words of the shorter name in common, and not only
 * words that stand in half of all names. Null when they have nothing to do with each other. `text` is what the second
 * one is called.
 */
export function compareNaming(one: Naming, other: Naming): { how: 'same' | 'alike'; text: string } | null {
  const wanted = formsOf(one);
  const offered = formsOf(other);
  const same = offered.find(({ phrase }) => wanted.some((form) => form.phrase === phrase));
  if (same) return { how: 'same', text: same.text };
  const alike = offered.find((form) => wanted.some((wish) => areAlike(wish.words, form.words)));
  return alike ? { how: 'alike', text: alike.text } : null;
}

/** Words that make no two things alike. */
const COMMON = new Set([
  'id',
  'key',
  'code',
  'number',
  'no',
  'name',
  'value',
  'type',
  'date',
  'time',
  'at',
  'of',
  'the',
]);

function areAlike(one: readonly string[], other: readonly string[]): boolean {
  const shared = other.filter((word) => one.includes(word) && !COMMON.has(word)).length;
  return shared > 0 && shared * 2 >= Math.min(one.length, other.length);
}

type Form = { text: string; phrase: string; words: readonly string[] };
const forms = new WeakMap<Naming, readonly Form[]>();

/** The forms of all names of a record; made once, because records are never changed in place. */
function formsOf(named: Naming): readonly Form[] {
  const known = forms.get(named);
  if (known) return known;
  const { name, label, synonyms } = named;
  const made = [name, ...(label === null ? [] : [label]), ...synonyms]
    .map((text) => ({ text, phrase: phraseForm(text), words: [...new Set(wordForms(text))] }))
    .filter(({ phrase }) => phrase !== '');
  forms.set(named, made);
  return made;
}
