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
    <section aria-label={product.name} className="border-t py-1.5 first:border-t-0">
      <button
        type="button"
        aria-expanded={isOpen}
        disabled={rest.length === 0}
        onClick={() => setOpen(!isOpen)}
        className="-mx-1.5 flex min-h-7 w-[calc(100%+12px)] items-center gap-2 rounded-md px-1.5 text-left text-sm enabled:hover:bg-hover"
      >
        <ChevronRight
          className={cn(
            'size-3 shrink-0 text-fg-3 transition-transform duration-120',
            isOpen && 'rotate-90',
            rest.length === 0 && 'invisible',
          )}
          aria-hidden="true"
        />
        <span className="font-medium">{product.name}</span>
        <span className="text-fg-3 text-xs">{describeCounts(acting.length, changed.length, same.length)}</span>
      </button>
      <ul className="pl-5">
        {first.map((line) => (
          <PlanLineRow key={lineKey(line)} line={line} />
        ))}
        {isOpen && rest.map((line) => <PlanLineRow key={lineKey(line)} line={line} />)}
      </ul>
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
    ...(same > 0 ? [`${countWords(same, 'line')} as before`] : []),
  ];
  return parts.join(' · ');
}
