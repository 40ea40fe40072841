'use client';

import { useQuery } from '@tanstack/react-query';
import type { SelectOption } from '@/components/ui/select';
import type { Named } from '@/lib/api/named';
import { compareText } from '@/lib/base/compare-text';
import { productsQuery } from '@/lib/client/products';

const READ_MAX = 500;

/** The domains and teams there are to choose from, read from the products themselves. */
export function useFacetOptions(): { domains: SelectOption<string>[]; owners: SelectOption<string>[] } {
  const { data } = useQuery(productsQuery({ limit: READ_MAX }));
  const products = data?.products ?? [];
  return {
    domains: [{ value: 'all', label: 'Every domain' }, ...optionsOf(products.map((product) => product.domain))],
    owners: [{ value: 'all', label: 'Every owner' }, ...optionsOf(products.map((product) => product.owner))],
  };
}

function optionsOf(named: readonly (Named | null)[]): SelectOption<string>[] {
  const byKey = new Map(named.flatMap((one) => (one ? [[one.key, one.name]] : [])));
  return [...byKey].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.label, b.label));
}
