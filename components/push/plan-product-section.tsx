'use client';

import { ChevronRight } from 'lucide-react';
import { useState } from 'react';
import { cn } from '@/components/ui/cn';
import { countWords } from './count-words';
import { PlanLineRow } from './plan-line-row';
import { needsSomebody, type PlanProduct } from './plan-lines';

const SHOWN_AT_ONCE = 6;

/** What one product is asked: what waits for somebody in sight, the rest behind one press. */
export function PlanProductSection({ product }: { product: PlanProduct }) {
  const [isOpen, setOpen] = useState(false);
  const acting = product.lines.filter(needsSomebody);
  const changed = product.lines.filter((line) => line.kindOfChange !== 'unchanged' && !needsSomebody(line));
  const same = product.lines.filter((line) => line.kindOfChange === 'unchanged');
  const first = [...acting, ...changed].slice(0, Math.max(acting.length, SHOWN_AT_ONCE));
  const rest = [...acting, ...changed].slice(first.length).concat(same);
  return (
    <section aria-label={product.name} className="border-t py-2 first:border-t-0">
      <h4 className="flex items-baseline gap-2 font-medium text-sm">
        {product.name}
        <span className="font-normal text-fg-3 text-xs">
          {describeCounts(acting.length, changed.length, same.length)}
        </span>
      </h4>
      <ul>
        {first.map((line) => (
          <PlanLineRow key={lineKey(line)} line={line} />
        ))}
        {isOpen && rest.map((line) => <PlanLineRow key={lineKey(line)} line={line} />)}
      </ul>
      {rest.length > 0 && (
        <button
          type="button"
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
          className="mt-0.5 flex items-center gap-1 rounded-xs text-fg-2 text-xs hover:text-fg"
        >
          <ChevronRight
            className={cn('size-3 transition-transform duration-120', isOpen && 'rotate-90')}
            aria-hidden="true"
          />
          {isOpen
            ? 'Show less'
            : `${countWords(rest.length, 'more line')}${same.length === rest.length ? ' as before' : ''}`}
        </button>
      )}
    </section>
  );
}

function lineKey(line: PlanProduct['lines'][number]): string {
  return `${line.kindOfChange} ${line.kind} ${line.target ?? ''} ${line.rule ?? ''}`;
}

function describeCounts(acting: number, changed: number, same: number): string {
  const parts = [
    ...(acting > 0 ? [`${acting} for them to decide`] : []),
    ...(changed > 0 ? [`${changed} covered or let go`] : []),
    ...(same > 0 ? [`${same} as before`] : []),
  ];
  return parts.join(' · ');
}
