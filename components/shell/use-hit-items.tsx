'use client';

import { Box, Hash, TrendingUp } from 'lucide-react';
import { useRouter } from 'next/navigation';
import type { PaletteItem } from '@/components/ui/command-palette';
import type { ExistingHit } from '@/lib/api/what-exists';
import { sentenceCase } from '@/lib/model/names';
import { describeHeld } from './describe-held';
import { PalettePreview } from './palette-preview';

const ICON = { entity: Box, attribute: Hash, metric: TrendingUp } as const;
const SHOWN_MAX = 12;

export function useHitItems(hits: readonly ExistingHit[], close: () => void): PaletteItem[] {
  const router = useRouter();
  return hits.slice(0, SHOWN_MAX).map((hit) => ({
    key: `hit-${hit.ref}`,
    label: hit.kind === 'attribute' && hit.entity ? `${sentenceCase(hit.entity)} › ${hit.label}` : hit.label,
    hint: isPlainlyWhy(hit) ? hit.product.name : `${hit.product.name} · ${hit.why}`,
    icon: ICON[hit.kind],
    preview: (
      <PalettePreview
        kind={kindOf(hit)}
        name={hit.label}
        holds={holdsOf(hit)}
        sentence={hit.description}
        from={`In ${hit.product.name}, owned by ${hit.product.owner?.name ?? 'nobody'}`}
      />
    ),
    onSelect: () => {
      close();
      router.push(`/catalog/${hit.product.key}#${hit.ref}`);
    },
  }));
}

/** The reason is before the reader's eyes already: the name of it, or whose it is. */
function isPlainlyWhy({ why, label, product }: ExistingHit): boolean {
  return why.includes(product.name) || why.includes(`“${label}”`);
}

function kindOf({ kind, entity }: ExistingHit): string {
  if (kind === 'attribute') return entity ? `Field of ${sentenceCase(entity)}` : 'Field';
  return kind === 'entity' ? 'Entity' : 'Metric';
}

function holdsOf({ role, type, unit }: ExistingHit): string | null {
  if (role && type) return describeHeld({ role, type, unit });
  return unit === null ? null : `in ${unit}`;
}
