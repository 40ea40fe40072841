import { headOf, type NamePhrase, readNamePhrase } from './name-phrase';
import { areOfOtherKinds, isKindOfValue } from './value-kinds';

/** Everything a record is called. */
export type Naming = { name: string; label: string | null; synonyms: readonly string[] };

/** `share`: how much of both names is in common, from above 0 to 1; always 1 where they are the same. */
export type NamingMatch = { how: 'same' | 'alike'; text: string; share: number };

/**
 * What stands around two names. `words`: what the wished one is about, which says nothing of the field itself. `offered`:
 * what the other one is about. `where`: of the same thing, of another one, or things by themselves.
 */
export type About = {
  words: ReadonlySet<string>;
  offered?: ReadonlySet<string>;
  where: 'same-thing' | 'elsewhere' | 'themselves';
};

const THEMSELVES: About = { words: new Set(), where: 'themselves' };

/**
 * How two records are called the same, or at least alike: half of the words of the shorter name in common, inflected or
 * not, the word that says what it is among them (a contact person is a person and no contact id). Fields of the same
 * thing may also differ by that word, when all of the one stands in the other (freight, freight charge); those of another
 * thing have to say at least half of what is wished for more (the duration of a session is not that of a coupon). Words
 * for what both are about and for a kind of value mean nothing, but two kinds of the same are two things. They are enough
 * where nothing else is said of the same thing, or where all words are the same in another order. Null when the two have
 * nothing to do with each other. `text` is what the second one is called, by the name that fits best.
 */
export function compareNaming(one: Naming, other: Naming, about: About = THEMSELVES): NamingMatch | null {
  const wanted = formsOf(one);
  const offered = formsOf(other);
  const same = offered.find(({ phrase }) => wanted.some((form) => form.phrase === phrase));
  if (same) return { how: 'same', text: same.text, share: 1 };
  let best: NamingMatch | null = null;
  for (const form of offered)
    for (const wish of wanted) {
      const share = shareInCommon(wish, form, about);
      if (share > (best?.share ?? 0)) best = { how: 'alike', text: form.text, share };
    }
  return best;
}

/** Every word a record is called by. */
export function wordsOfNaming(named: Naming): string[] {
  return formsOf(named).flatMap(({ words }) => [...words]);
}

/** Twice what is in common by all words of both, a head in common counted double; 0 where it means nothing. */
function shareInCommon(wish: NamePhrase, offer: NamePhrase, about: About): number {
  const isInWish = isOneOf(wish.words);
  const shared = offer.words.filter(isInWish);
  if (shared.length * 2 < Math.min(wish.words.length, offer.words.length) || shared.length === 0) return 0;
  if (areOfOtherKinds(wish.words, offer.words)) return 0;
  const tells = (word: string) => !isKindOfValue(word) && !about.words.has(word);
  const heads = { wish: headOf(wish, tells), offer: headOf(offer, tells) };
  const isHead = heads.wish !== null && heads.offer !== null && areOneWord(heads.wish, heads.offer);
  const isTold = shared.some((word) => tells(word) && wish.words.some((each) => tells(each) && areOneWord(each, word)));
  const isAnswer = isTold
    ? isHead
      ? about.where !== 'elsewhere' || isHalfSaid(wish, offer, { head: heads.wish, offered: about.offered })
      : about.where === 'same-thing' && isWithin(wish, offer, tells)
    : saysNothingElse(wish, offer, about);
  if (!isAnswer) return 0;
  const doubled = isHead ? 1 : 0;
  const spelt = shared.filter((word) => wish.words.includes(word)).length;
  const weight = INFLECTED * shared.length + (1 - INFLECTED) * spelt;
  return Math.min(1, (2 * (weight + doubled)) / (wish.words.length + offer.words.length + 2 * doubled));
}

/** A word in another form counts a little less than the word itself. */
const INFLECTED = 0.9;

function isWithin(wish: NamePhrase, offer: NamePhrase, tells: (word: string) => boolean): boolean {
  const isInWish = isOneOf(wish.words);
  const isInOffer = isOneOf(offer.words);
  return offer.words.filter(tells).every(isInWish) || wish.words.filter(tells).every(isInOffer);
}

/** Whether the offer, or what it is a field of, says at least half of what the wish says besides its head. */
function isHalfSaid(
  wish: NamePhrase,
  offer: NamePhrase,
  { head, offered }: { head: string | null; offered: About['offered'] },
): boolean {
  const more = wish.words.filter((word) => word !== head && !isKindOfValue(word));
  const isSaid = isOneOf([...offer.words, ...(offered ?? [])]);
  return more.filter(isSaid).length * 2 >= more.length;
}

/** All words are the same in another order, or nothing but kinds of value is said of the same thing. */
function saysNothingElse(wish: NamePhrase, offer: NamePhrase, { words, where }: About): boolean {
  const isSame = where === 'same-thing';
  const isInWish = isOneOf(wish.words);
  const isInOffer = isOneOf(offer.words);
  const saysMore = (word: string) => !isSame || !words.has(word);
  const isAll = wish.words.filter(saysMore).every(isInOffer) && offer.words.filter(saysMore).every(isInWish);
  const isShared = offer.words.some((word) => isInWish(word) && !words.has(word));
  const areKinds = isSame && [...wish.words, ...offer.words].filter(saysMore).every(isKindOfValue);
  return isShared && (isAll || areKinds);
}

function isOneOf(list: readonly string[]): (word: string) => boolean {
  return (word) => list.some((each) => areOneWord(each, word));
}

/** The shortest stem of any inflected word, and of one that may end like a noun of its own (party is no form of part). */
const STEM_MIN = 4;
const NOUN_STEM_MIN = 5;
/** What is left of a word behind its stem when it is only inflected: delivered, delivery; cancelled, cancellation. */
const VERB_ENDINGS = new Set(['', 'd', 'ed', 'ing']);
const NOUN_ENDINGS = new Set(['y', 'ation', 'ment']);

function areOneWord(one: string, other: string): boolean {
  if (one === other) return true;
  let stem = 0;
  while (stem < one.length && one[stem] === other[stem]) stem++;
  return isInflected(one, stem) && isInflected(other, stem);
}

/** The last letter of a stem may be doubled (shipped, cancelling). */
function isInflected(word: string, stem: number): boolean {
  if (stem < STEM_MIN) return false;
  const ending = word.slice(word[stem] === word[stem - 1] ? stem + 1 : stem);
  return VERB_ENDINGS.has(ending) || (stem >= NOUN_STEM_MIN && NOUN_ENDINGS.has(ending));
}

const forms = new WeakMap<Naming, readonly NamePhrase[]>();

/** The forms of all names of a record; made once, because records are never changed in place. */
function formsOf(named: Naming): readonly NamePhrase[] {
  const known = forms.get(named);
  if (known) return known;
  const { name, label, synonyms } = named;
  const made = [name, ...(label === null ? [] : [label]), ...synonyms]
    .map(readNamePhrase)
    .filter(({ phrase }) => phrase !== '');
  forms.set(named, made);
  return made;
}
