'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { Alignment } from '@/lib/catalog/snapshot';
import { lineageQuery } from '@/lib/client/lineage';

export type ProductName = { key: string; name: string; alignment: Alignment | null };

/** Looks a product's name and role up by its key; a key nobody knows yet is its own name. */
export function useProductNames(): (key: string) => ProductName {
  const { data } = useQuery(lineageQuery());
  return useMemo(() => {
    const known = new Map(data?.products.map((product) => [product.key, product]));
    return (key) => {
      const product = known.get(key);
      return { key, name: product?.name ?? key, alignment: product?.alignment ?? null };
    };
  }, [data]);
}
