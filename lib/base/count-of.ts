/** "1 column", "4 columns". For nouns that make their plural with an s. */
export function countOf(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
