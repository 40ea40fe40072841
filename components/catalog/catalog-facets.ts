import type { z } from 'zod';
import type { ProductsQuery } from '@/lib/api/products';
import { Alignment, ProductStatus } from '@/lib/catalog/snapshot';

const PAGE = 100;

export type CatalogFacets = {
  q: string;
  role: Alignment | 'all';
  domain: string;
  owner: string;
  status: z.infer<typeof ProductStatus> | 'all';
};

/** Reads the filters from an address; what makes no sense there is no filter. */
export function readFacets(params: URLSearchParams): CatalogFacets {
  const role = Alignment.safeParse(params.get('role'));
  const status = ProductStatus.safeParse(params.get('status'));
  return {
    q: params.get('q') ?? '',
    role: role.success ? role.data : 'all',
    domain: params.get('domain') ?? 'all',
    owner: params.get('owner') ?? 'all',
    status: status.success ? status.data : 'all',
  };
}

export function hasFacets({ q, role, domain, owner, status }: CatalogFacets): boolean {
  return q !== '' || [role, domain, owner, status].some((facet) => facet !== 'all');
}

/** What the service is asked; the status is looked at here, on what it answers. */
export function toProductsQuery({ q, role, domain, owner }: CatalogFacets): Omit<ProductsQuery, 'cursor'> {
  return {
    limit: PAGE,
    ...(q.trim() === '' ? {} : { q: q.trim() }),
    ...(role === 'all' ? {} : { alignment: role }),
    ...(domain === 'all' ? {} : { domain }),
    ...(owner === 'all' ? {} : { owner }),
  };
}
