import { joinWords } from '@/lib/base/join-words';

/** All of a few; of many the first, the last and how many stand between: whoever reads it aloud still knows which way. */
export function nameFew(names: readonly string[]): string {
  const [first, last] = [names[0], names.at(-1)];
  if (names.length <= NAMED_MAX || first === undefined || last === undefined) return joinWords(names);
  return `${first}, ${last} and the ${names.length - 2} between them`;
}

const NAMED_MAX = 4;
