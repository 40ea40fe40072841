import { phraseForm, wordForms } from './word-forms';

/** Everything a record is called. */
export type Naming = { name: string; label: string | null; synonyms: readonly string[] };

/** `share`: how much of both names is in common, from above 0 to 1; always 1 where they are the same. */
export type NamingMatch = { how: 'same' | 'alike'; text: string; share: number };

/** What a field is about: the words for it say nothing of the field, and whether the other one is about the same. */
export type About = { words: ReadonlySet<string>; isSame: boolean };

const ANYTHING: About = { words: new Set(), isSame: false };

/**
 * How two records are called the same, or at least alike: half of the words of the shorter name in common, inflected or
 * not. Words for what both are about mean nothing, and neither do words for a kind of value (a rate, a reason, a date):
 * what a tax rate and a success rate share is no value. They are enough where nothing else is said of the same thing
 * (an order's status and the order status), or where all words are the same in another order. Null when the two have
 * nothing to do with each other. `text` is what the second one is called, by the name that fits best.
 */
export function compareNaming(one: Naming, other: Naming, about: About = ANYTHING): NamingMatch | null {
  const wanted = formsOf(one);
  const offered = formsOf(other);
  const same = offered.find(({ phrase }) => wanted.some((form) => form.phrase === phrase));
  if (same) return { how: 'same', text: same.text, share: 1 };
  let best: NamingMatch | null = null;
  for (const form of offered)
    for (const wish of wanted) {
      const share = shareInCommon(wish.words, form.words, about);
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
/** Words for a kind of figure or remark, which make no two things alike: what matters is of what. */
const KINDS = new Set(
  `amount average category class code cost count date fee flag group id key kind level mean name number percentage price
  quantity rank rate rating ratio reason score share state status sum time total type value`.split(/\s+/),
);

/** Twice what is in common by all words of both; 0 where that is too little or means nothing. */
function shareInCommon(one: readonly string[], other: readonly string[], { words, isSame }: About): number {
  const isIn = (list: readonly string[]) => (word: string) => list.some((each) => areOneWord(each, word));
  const shared = other.filter(isIn(one));
  if (shared.length * 2 < Math.min(one.length, other.length)) return 0;
  const saysMore = (word: string) => !isSame || !words.has(word);
  const isAll = one.filter(saysMore).every(isIn(other)) && other.filter(saysMore).every(isIn(one));
  const isTelling = shared.some((word) => !KINDS.has(word) && !words.has(word));
  if (!isTelling && !(isAll && shared.some((word) => !words.has(word)))) return 0;
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
