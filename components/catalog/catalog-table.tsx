'use client';

import { useRef } from 'react';
import { useShortcut } from '@/components/ui/use-shortcut';
import type { ProductSummary } from '@/lib/api/products';
import { CatalogRow } from './catalog-row';

const HEADS = [
  { label: 'Product', className: 'pl-4' },
  { label: 'Domain', className: 'max-xl:hidden' },
  { label: 'Owner', className: '' },
  { label: 'Promises', className: 'max-[900px]:hidden' },
  { label: 'Relied on by', className: 'text-right' },
  { label: 'State', className: '' },
  { label: 'Version', className: 'pr-4 text-right max-[900px]:hidden' },
];

export function CatalogTable({ products }: { products: readonly ProductSummary[] }) {
  const body = useRef<HTMLTableSectionElement>(null);
  const move = (by: 1 | -1) => {
    const links = [...(body.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])];
    const at = links.findIndex((link) => link.matches(':focus'));
    links[at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
  };
  useShortcut('j', () => move(1));
  useShortcut('k', () => move(-1));
  return (
    <table className="w-full border-separate border-spacing-0 text-sm">
      <thead>
        <tr>
          {HEADS.map((head) => (
            <th
              key={head.label}
              scope="col"
              className={`sticky top-0 z-10 h-8 whitespace-nowrap border-b bg-bg px-3 text-left font-medium text-fg-3 text-xs ${head.className}`}
            >
              {head.label}
            </th>
          ))}
        </tr>
      </thead>
      <tbody ref={body}>
        {products.map((product) => (
          <CatalogRow key={product.key} product={product} />
        ))}
      </tbody>
    </table>
  );
}
