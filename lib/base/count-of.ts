import { groupDigits } from './group-digits';

/** "1 column", "4 columns", "1,441 columns". A noun whose plural is more than an s says its plural. */
export function countOf(count: number, noun: string, plural = `${noun}s`): string {
  return `${groupDigits(count)} ${count === 1 ? noun : plural}`;
}
