'use client';

import { AlignmentIcon } from '@/components/catalog/alignment-icon';
import type { LineageProduct } from '@/lib/api/lineage';

type Props = {
  title: string;
  keys: readonly string[];
  products: readonly LineageProduct[];
  onChoose: (key: string) => void;
};

export function ProductList({ title, keys, products, onChoose }: Props) {
  const named = products.filter((product) => keys.includes(product.key));
  if (named.length === 0) return null;
  return (
    <div>
      <h3 className="font-medium text-fg-3 text-xs">{title}</h3>
      <ul className="mt-1 flex flex-wrap gap-1">
        {named.map((product) => (
          <li key={product.key} className="min-w-0">
            <button
              type="button"
              onClick={() => onChoose(product.key)}
              className="flex h-6 max-w-full items-center gap-1.5 rounded-sm bg-hover px-1.5 text-xs transition-colors duration-120 hover:bg-active"
            >
              <AlignmentIcon alignment={product.alignment} className="size-3" />
              <span className="truncate">{product.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
