'use client';

import { Box, Hash, TrendingUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { PaletteItem } from '@/components/ui/command-palette';
import type { ExistingHit } from '@/lib/api/what-exists';

const ICON = { entity: Box, attribute: Hash, metric: TrendingUp } as const;
const SHOWN_MAX = 12;

export function useHitItems(hits: readonly ExistingHit[], close: () => void): PaletteItem[] {
  const router = useRouter();
  return hits.slice(0, SHOWN_MAX).map((hit) => ({
    key: `hit-${hit.ref}`,
    label: hit.kind === 'attribute' && hit.entity ? `${spoken(hit.entity)} › ${hit.label}` : hit.label,
    hint: hit.why.includes(hit.product.name) ? hit.product.name : `${hit.product.name} · ${hit.why}`,
    icon: ICON[hit.kind],
    onSelect: () => {
      close();
      router.push(`/catalog/${hit.product.key}#${hit.ref}`);
    },
  }));
}

/** An entity's name as a person says it: `order_item` is Order item. */
function spoken(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
