'use client';

import Link from 'next/link';
import { AskStateMark, askStateWords } from '@/components/reviews/ask-state-mark';
import { useFormat } from '@/components/shell/use-format';
import { useVocabulary } from '@/components/shell/use-vocabulary';
import { Panel } from '@/components/ui/panel';
import type { ProductPage } from '@/lib/api/product-page';
import { countOf } from '@/lib/base/count-of';
import { AlignmentIcon } from './alignment-icon';
import { describeNotices } from './describe-notices';
import { OwnerName } from './owner-name';

/** The consumers that need something of this product, by name: whom a change would reach. */
export function ReliesPanel({ product }: { product: ProductPage }) {
  const format = useFormat();
  const vocabulary = useVocabulary();
  const { reliesOnMe, notices } = product;
  return (
    <Panel title="Who relies on it" note={reliesOnMe.length || undefined} isBare>
      {reliesOnMe.length === 0 ? (
        <p className="px-4 pb-3 text-fg-2 text-sm">
          Nobody needs anything of it today. It costs nothing to leave it where it is.
        </p>
      ) : (
        <ul>
          {reliesOnMe.map(({ consumer, asks, attributes, state, since }) => (
            <li
              key={consumer.key}
              className="relative flex items-center gap-3 border-t px-4 py-2 transition-colors duration-120 hover:bg-hover"
            >
              <AlignmentIcon alignment="consumer" />
              <span className="min-w-0 flex-1">
                <Link
                  href={`/catalog/${consumer.key}`}
                  className="outline-none focus-visible:after:outline-2 focus-visible:after:-outline-offset-2 focus-visible:after:outline-accent font-medium text-base after:absolute after:inset-0"
                >
                  {consumer.name}
                </Link>
                <span className="block text-fg-2 text-xs">
                  <OwnerName owner={consumer.owner} /> · since {format.date(since)}
                </span>
              </span>
              <span className="text-right text-fg-2 text-xs tabular-nums">
                {countOf(asks, 'ask')}
                <span className="block">{countOf(attributes, 'field')}</span>
              </span>
              <span className="flex w-36 items-center gap-1.5 text-fg-2 text-xs">
                <AskStateMark state={state} />
                <span aria-hidden="true">{askStateWords[state]}</span>
              </span>
            </li>
          ))}
        </ul>
      )}
      {notices.length > 0 && (
        <p className="border-t px-4 py-2 text-fg-2 text-xs">{describeNotices(notices, vocabulary)}</p>
      )}
    </Panel>
  );
}
