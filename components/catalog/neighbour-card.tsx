'use client';

import Link from 'next/link';
import { cn } from '@/components/ui/cn';
import { AlignmentIcon } from './alignment-icon';
import { useProductNames } from './use-product-names';

export function NeighbourCard({ product, isHere = false }: { product: string; isHere?: boolean }) {
  const { name, alignment } = useProductNames()(product);
  const look = 'flex h-8 w-full min-w-0 items-center gap-2 rounded-md border bg-surface px-2.5 text-sm';
  const inside = (
    <>
      {alignment && <AlignmentIcon alignment={alignment} className="size-3.5" />}
      <span className="truncate">{name}</span>
    </>
  );
  if (isHere) return <div className={cn(look, 'border-accent font-medium ring-3 ring-accent-soft')}>{inside}</div>;
  return (
    <Link
      href={`/catalog/${product}`}
      className={cn(look, 'border-line-2 shadow-card transition-colors duration-120 hover:bg-surface-2')}
    >
      {inside}
    </Link>
  );
}
