import { phraseForm, wordForms } from './word-forms';

/** Everything a record is called. */
export type Naming = { name: string; label: string | null; synonyms: readonly string[] };

/**
 * How two records are called the same, or at least alike: half of the words of the shorter name in common, and not only
 * words that stand in half of all names. Null when they have nothing to do with each other. `text` is what the second
 * one is called.
 */
export function compareNaming(one: Naming, other: Naming): { how: 'same' | 'alike'; text: string } | null {
  const phrases = new Set(textsOf(one).map(phraseForm));
  const same = textsOf(other).find((text) => phrases.has(phraseForm(text)));
  if (same !== undefined) return { how: 'same', text: same };
  const words = textsOf(one).map((text) => new Set(wordForms(text)));
  const alike = textsOf(other).find((text) => {
    const written = wordForms(text);
    return words.some((wanted) => {
      const shared = written.filter((word) => wanted.has(word) && !COMMON.has(word)).length;
      return shared > 0 && shared * 2 >= Math.min(wanted.size, written.length);
    });
  });
  return alike === undefined ? null : { how: 'alike', text: alike };
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

function textsOf({ name, label, synonyms }: Naming): string[] {
  return [name, ...(label === null ? [] : [label]), ...synonyms].filter((text) => phraseForm(text) !== '');
}
