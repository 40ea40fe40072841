import type { PaletteItem } from '@/components/ui/command-palette';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
const wordsOf = (text: string) =>
  fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);

/** The items in which every word of the query begins a word; those whose label begins with the query come first. */
export function matchItems(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const wanted = wordsOf(query);
  if (wanted.length === 0) return [...items];
  const found = items.filter((item) => {
    const words = [item.label, item.hint ?? '', ...(item.keywords ?? [])].flatMap(wordsOf);
    return wanted.every((start) => words.some((word) => word.startsWith(start)));
  });
  const rank = (item: PaletteItem) => (fold(item.label).startsWith(fold(query.trim())) ? 0 : 1);
  return found.sort((a, b) => rank(a) - rank(b));
}
