import { phraseForm, wordForms } from './word-forms';

/** Everything a record is called. */
export type Naming = { name: string; label: string | null; synonyms: readonly string[] };

/** `share`: how much of both names is in common, from above 0 to 1; always 1 where they are the same. */
export type NamingMatch = { how: 'same' | 'alike'; text: string; share: number };

const NO_WORDS: ReadonlySet<string> = new Set();

/**
 * How two records are called the same, or at least alike: half of the words of the shorter name in common, inflected or
 * not, and not only words that stand in half of all names or that the caller says mean nothing here, such as the name of
 * the thing both are about. Null when they have nothing to do with each other. `text` is what the second one is called,
 * by the name that fits best.
 */
export function compareNaming(
  one: Naming,
  other: Naming,
  meaningless: ReadonlySet<string> = NO_WORDS,
): NamingMatch | null {
  const wanted = formsOf(one);
  const offered = formsOf(other);
  const same = offered.find(({ phrase }) => wanted.some((form) => form.phrase === phrase));
  if (same) return { how: 'same', text: same.text, share: 1 };
  let best: NamingMatch | null = null;
  for (const form of offered)
    for (const wish of wanted) {
      const share = shareInCommon(wish.words, form.words, meaningless);
      if (share > (best?.share ?? 0)) best = { how: 'alike', text: form.text, share };
    }
  return best;
}

/** Every word a record is called by. */
export function wordsOfNaming(named: Naming): string[] {
  return formsOf(named).flatMap(({ words }) => words);
}

/** Words that say nothing about a thing. */
const SMALL = 'a an and at by for from how in is it of on or per that the to was what when which who with'.split(' ');
/** Words that make no two things alike. */
const COMMON = new Set('id key code number no name value type date time amount count'.split(' '));

/** Twice what is in common by all words of both; 0 where that is too little or means nothing. */
function shareInCommon(one: readonly string[], other: readonly string[], meaningless: ReadonlySet<string>): number {
  const shared = other.filter((word) => one.some((wished) => areOneWord(wished, word)));
  const telling = shared.filter((word) => !COMMON.has(word) && !meaningless.has(word));
  if (telling.length === 0 || shared.length * 2 < Math.min(one.length, other.length)) return 0;
  return Math.min(1, (2 * shared.length) / (one.length + other.length));
}

const STEM_MIN = 5;
/** What is left of a word behind its stem when it is only inflected: delivered, delivery; cancelled, cancellation. */
const ENDINGS = new Set(['', 'd', 'ed', 'led', 'ing', 'ling', 'y', 'ation', 'lation', 'ment']);

function areOneWord(one: string, other: string): boolean {
  if (one === other) return true;
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem++;
  return stem >= STEM_MIN && ENDINGS.has(one.slice(stem)) && ENDINGS.has(other.slice(stem));
}

type Form = { text: string; phrase: string; words: readonly string[] };
const forms = new WeakMap<Naming, readonly Form[]>();

/** The forms of all names of a record; made once, because records are never changed in place. */
function formsOf(named: Naming): readonly Form[] {
  const known = forms.get(named);
  if (known) return known;
  const { name, label, synonyms } = named;
  const made = [name, ...(label === null ? [] : [label]), ...synonyms]
    .map((text) => ({ text, phrase: phraseForm(text), words: tellingWords(text) }))
    .filter(({ phrase }) => phrase !== '');
  forms.set(named, made);
  return made;
}

function tellingWords(text: string): string[] {
  const words = [...new Set(wordForms(text))];
  const telling = words.filter((word) => !SMALL.includes(word));
  return telling.length > 0 ? telling : words;
}
