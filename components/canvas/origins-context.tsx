'use client';

import { createContext, type ReactNode, useContext } from 'react';
import type { Alignment } from '@/lib/catalog/snapshot';
import type { EntityRecord } from '@/lib/model/records';

type Origin = { readonly name: string; readonly alignment: Alignment };
export type Origins = ReadonlyMap<string, Origin>;

const OriginsContext = createContext<Origins>(new Map());

/** The products a model may be built from, by key: cards say in words where they come from. */
export function OriginsProvider({ origins, children }: { origins: Origins; children: ReactNode }) {
  return <OriginsContext value={origins}>{children}</OriginsContext>;
}

/** Where an entity comes from: a product by name (none before names are known), a key nobody has a name for, or null while it is not found. */
export function useOrigin(entity: EntityRecord | null): { name: string; alignment: Alignment | null } | null {
  const origins = useContext(OriginsContext);
  const from = entity?.derivation?.from;
  if (!from) return null;
  const ref = 'entity' in from ? from.entity : from.table;
  const key = ref.slice(0, Math.max(0, ref.indexOf('.')));
  return origins.get(key) ?? { name: origins.size === 0 ? '' : key, alignment: null };
}

/** The hue a thing wears as a small square: its origin's, or grey while it is a wish. */
export function hueOf(alignment: Alignment | null): string {
  return alignment === null ? 'var(--text-3)' : `var(--${alignment})`;
}

export const useOrigins = () => useContext(OriginsContext);
