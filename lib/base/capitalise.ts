/** With its first letter as a capital; everything else stays as it was written. */
export function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
