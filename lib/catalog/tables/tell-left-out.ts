import { countOf } from '@/lib/base/count-of';
import { joinWords } from '@/lib/base/join-words';
import type { PasteProblem } from './pasted-table';

/** Something a text has and a model has no place for; the plural is said where it is more than an s. */
export type LeftOut = { line: number; noun: string; plural?: string };

/** One sentence at the first of them, however many there are: nobody reads ninety lines about defaults. */
export function tellLeftOut(found: readonly LeftOut[]): PasteProblem[] {
  const all = [...found].sort((a, b) => a.line - b.line);
  const [first] = all;
  if (!first) return [];
  const nouns = [...new Set(all.map(({ noun }) => noun))];
  const said = nouns.map((noun) => {
    const same = all.filter((one) => one.noun === noun);
    return countOf(same.length, noun, same[0]?.plural);
  });
  return [{ line: first.line, words: `A model has no place for ${joinWords(said)}, left out from here on.` }];
}
