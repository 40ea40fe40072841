'use client';

import Link from 'next/link';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Panel } from '@/components/ui/panel';
import type { ProductPage } from '@/lib/api/product-page';
import { countOf } from '@/lib/base/count-of';
import { AlignmentIcon } from './alignment-icon';
import { VerdictChip } from './verdict-chip';

/** What a consumer asks of each product upstream, and whether it is given. */
export function NeedsPanel({ product }: { product: ProductPage }) {
  const vocabulary = useVocabulary();
  return (
    <Panel title="What it needs of others" note={product.needs.length || undefined} isBare>
      {product.needs.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-sm">Nothing yet. It asks as soon as its model is sent upstream.</p>
      ) : (
        <ul>
          {product.needs.map((need) => (
            <li
              key={need.product}
              className="relative flex items-center gap-3 border-t px-4 py-2 transition-colors duration-120 hover:bg-hover"
            >
              <AlignmentIcon alignment={need.alignment} />
              <Link
                href={`/catalog/${need.product}`}
                className="outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent min-w-0 flex-1 truncate font-medium text-base after:absolute after:inset-0"
              >
                {need.name}
              </Link>
              <span className="text-fg-2 text-xs tabular-nums">{countOf(need.attributes, 'field')}</span>
              <VerdictChip verdict={need.verdict} vocabulary={vocabulary} />
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
