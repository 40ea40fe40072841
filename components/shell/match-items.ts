import type { PaletteItem } from '@/components/ui/command-palette';

const fold = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();

/** The items every word of the query occurs in; those whose label starts with it come first. */
export function matchItems(items: readonly PaletteItem[], query: string): PaletteItem[] {
  const words = fold(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return [...items];
  const found = items.filter((item) => {
    const text = fold([item.label, item.hint ?? '', ...(item.keywords ?? [])].join(' '));
    return words.every((word) => text.includes(word));
  });
  const starts = (item: PaletteItem) => (fold(item.label).startsWith(words.join(' ')) ? 0 : 1);
  return found.sort((a, b) => starts(a) - starts(b));
}
