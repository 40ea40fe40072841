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
      <ul className="-mx-1.5 mt-0.5">
        {named.map((product) => (
          <li key={product.key}>
            <button
              type="button"
              onClick={() => onChoose(product.key)}
              className="flex h-7 w-full items-center gap-2 rounded-md px-1.5 text-left text-sm transition-colors duration-120 hover:bg-hover"
            >
              <AlignmentIcon alignment={product.alignment} className="size-3.5" />
              <span className="truncate">{product.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </div>
  );
}
