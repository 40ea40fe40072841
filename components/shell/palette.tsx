'use client';

import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { CommandPalette, type PaletteGroup } from '@/components/ui/command-palette';
import { productsQuery } from '@/lib/client/products';
import { whatExistsQuery } from '@/lib/client/what-exists';
import { matchItems } from './match-items';
import { usePageCommands } from './page-commands';
import { useHitItems } from './use-hit-items';
import { useProductItems } from './use-product-items';
import { useShellItems } from './use-shell-items';

type Props = { isOpen: boolean; onOpenChange: (isOpen: boolean) => void };

/** Search over everything with a name, and everything one can do. Local names are matched here, the estate's by the service. */
export function Palette({ isOpen, onOpenChange }: Props) {
  const [query, setQuery] = useState('');
  const [picked, setPicked] = useState({ query: '', key: '' });
  // What is here answers each key at once, so that Enter never takes what an earlier word found.
  const typed = query.trim();
  const asked = useDeferredValue(typed);
  const page = usePageCommands();
  const close = () => {
    setQuery('');
    onOpenChange(false);
  };
  const products = useQuery({
    ...productsQuery(asked === '' ? { limit: 6 } : { q: asked, limit: 6 }),
    enabled: isOpen,
  });
  const inside = useQuery({ ...whatExistsQuery({ q: asked }), enabled: isOpen && asked !== '' });
  const shell = useShellItems(close);
  const productItems = useProductItems(products.data?.products ?? [], close);
  const hitItems = useHitItems(asked === '' ? [] : (inside.data?.hits ?? []), close);

  const closing = (group: PaletteGroup): PaletteGroup => ({
    ...group,
    items: group.items.map((item) => ({
      ...item,
      onSelect: () => {
        close();
        item.onSelect();
      },
    })),
  });
  const groups = [
    ...(page.groups ?? []).map(closing).map((group) => ({ ...group, items: matchItems(group.items, typed) })),
    ...(page.find && typed !== '' ? [closing(page.find(typed))] : []),
    { heading: 'Go to', items: matchItems(shell.places, typed) },
    { heading: 'Products', items: productItems },
    { heading: 'Entities, fields and metrics', items: hitItems },
    { heading: 'Commands', items: matchItems(shell.commands, typed) },
  ].filter((group) => group.items.length > 0);

  const items = groups.flatMap((group) => group.items);
  const isPicked = picked.query === query && items.some((item) => item.key === picked.key);
  const highlighted = isPicked ? picked.key : (items[0]?.key ?? '');

  return (
    <CommandPalette
      isOpen={isOpen}
      onOpenChange={(next) => (next ? onOpenChange(true) : close())}
      label="Search and commands"
      placeholder="Search products, fields and metrics, or type a command"
      query={query}
      onQueryChange={setQuery}
      groups={groups}
      hasOwnFilter={false}
      highlighted={highlighted}
      onHighlight={(key) => setPicked({ query, key })}
      note={noteOf(products.isFetching || inside.isFetching, products.error ?? inside.error)}
    />
  );
}

function noteOf(isSearching: boolean, error: Error | null): string | null {
  if (error) return `The estate could not be searched. ${error.message}`;
  return isSearching ? 'Searching…' : null;
}
