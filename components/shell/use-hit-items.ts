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
    label: hit.kind === 'attribute' && hit.entity ? `${hit.entity} › ${hit.label}` : hit.label,
    hint: `${hit.product.name} · ${hit.why}`,
    icon: ICON[hit.kind],
    onSelect: () => {
      close();
      router.push(`/catalog/${hit.product.key}#${hit.ref}`);
    },
  }));
}
