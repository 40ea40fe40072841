import { joinWords } from '@/lib/base/join-words';

const NAMED_MAX = 4;

/** All of a few on a way; of many the first, the last and how many stand between: read aloud, one still knows which way. */
export function nameWay(names: readonly string[]): string {
  const [first, last] = [names[0], names.at(-1)];
  if (names.length <= NAMED_MAX || first === undefined || last === undefined) return joinWords(names);
  return `${first}, ${last} and the ${names.length - 2} between them`;
}

/** All of a few; of many the first ones and how many there are more. */
export function nameFew(names: readonly string[]): string {
  if (names.length <= NAMED_MAX) return joinWords(names);
  return `${names.slice(0, NAMED_MAX - 1).join(', ')} and ${names.length - NAMED_MAX + 1} more`;
}
