import { joinWords } from './join-words';

const NAMED_MAX = 4;

/** All of a few on a way; of many the first, the last and how many stand between: read aloud, one still knows which way. */
export function nameWay(names: readonly string[]): string {
  const [first, last] = [names[0], names.at(-1)];
  if (names.length <= NAMED_MAX || first === undefined || last === undefined) return joinWords(names);
  return `${first}, ${last} and the ${names.length - 2} between them`;
}

/** All of a few; of many the first ones and how many there are more, of which not all need be at hand. */
export function nameFew(names: readonly string[], inAll = names.length): string {
  const { told, more } = firstFew(names, inAll);
  return more === 0 ? joinWords(told) : `${told.join(', ')} and ${more} more`;
}

/** As `nameFew`, of what has yet to be put into words. */
export function firstFew<Thing>(
  things: readonly Thing[],
  inAll = things.length,
): { told: readonly Thing[]; more: number } {
  if (inAll <= NAMED_MAX) return { told: things, more: 0 };
  return { told: things.slice(0, NAMED_MAX - 1), more: inAll - NAMED_MAX + 1 };
}
