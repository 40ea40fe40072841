import { phraseForm, wordForms } from './word-forms';

/**
 * A name read as people read it. `segments` are its words between prepositions, of which the first names the thing and
 * the others say more about it; `words` are those of all of them.
 */
export type NamePhrase = { text: string; phrase: string; words: readonly string[]; segments: readonly string[][] };

/** Words that say nothing about a thing. */
const SMALL = new Set('a an and are has is it or s so the was what when which who'.split(' '));
/** What follows one of these says more about what stands before it. */
const BEFORE_MORE = new Set('at behind by for from how in of on per to until with within'.split(' '));
/** What follows one of these is just what the thing is not. */
const BEFORE_LESS = new Set('except excl excluding without'.split(' '));

export function readNamePhrase(text: string): NamePhrase {
  const all = [...new Set(wordForms(text))];
  const segments: string[][] = [[]];
  for (const word of all) {
    if (BEFORE_LESS.has(word)) break;
    if (BEFORE_MORE.has(word)) segments.push([]);
    else if (!SMALL.has(word)) segments.at(-1)?.push(word);
  }
  const telling = segments.filter((words) => words.length > 0);
  const kept = telling.length > 0 ? telling : [all];
  return { text, phrase: phraseForm(text), words: kept.flat(), segments: kept };
}

/**
 * The word that says what a thing is: the last one of what stands before the first preposition; where that says nothing
 * (the date of the order), of what follows. What was done to it is not what it is (a payment settled). Null where no word
 * says anything.
 */
export function headOf({ segments }: NamePhrase, saysSomething: (word: string) => boolean): string | null {
  for (const words of segments) {
    const telling = words.filter(saysSomething);
    const head = telling.findLast((word) => !word.endsWith('ed')) ?? telling.at(-1);
    if (head !== undefined) return head;
  }
  return null;
}
