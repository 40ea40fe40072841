import { ThumbsDown, ThumbsUp } from 'lucide-react';
import { Panel } from '@/components/ui/panel';
import type { ProductPage } from '@/lib/api/product-page';

/** What it is good for and what it is not; absent where its owner has said neither. */
export function FitPanel({ product }: { product: ProductPage }) {
  const { goodFor, notFor } = product;
  if (!goodFor && !notFor) return null;
  return (
    <Panel title="Good for, not for">
      <ul className="space-y-2 text-sm">
        {goodFor && (
          <li className="flex gap-2">
            <ThumbsUp className="mt-0.5 size-3.5 shrink-0 text-ok" strokeWidth={1.85} aria-hidden="true" />
            <p>
              <span className="sr-only">Good for: </span>
              {goodFor}
            </p>
          </li>
        )}
        {notFor && (
          <li className="flex gap-2">
            <ThumbsDown className="mt-0.5 size-3.5 shrink-0 text-bad" strokeWidth={1.85} aria-hidden="true" />
            <p>
              <span className="sr-only">Not for: </span>
              {notFor}
            </p>
          </li>
        )}
      </ul>
    </Panel>
  );
}
