'use client';

import { useQuery } from '@tanstack/react-query';
import { Panel } from '@/components/ui/panel';
import { ProblemState } from '@/components/ui/problem-state';
import { Skeleton } from '@/components/ui/skeleton';
import { TextLink } from '@/components/ui/text-link';
import type { ProductPage } from '@/lib/api/product-page';
import { lineageQuery } from '@/lib/client/lineage';
import { NeighbourCard } from './neighbour-card';
import { NeighbourLines } from './neighbour-lines';

const ROW = 40;
const HEIGHT_MIN = 72;

/** One hop each way, drawn: whom it is made from, and who is made from it. */
export function NeighboursPanel({ product }: { product: ProductPage }) {
  const lineage = useQuery(lineageQuery());
  const { upstream, downstream } = product;
  const rows = Math.max(upstream.length, downstream.length, 1);
  const height = Math.max(HEIGHT_MIN, rows * ROW);
  const edgeOf = (from: string, to: string) =>
    lineage.data?.edges.find((edge) => edge.from === from && edge.to === to) ?? null;
  return (
    <Panel
      title="Where it stands"
      actions={
        <TextLink href={`/lineage?select=${product.key}`} className="text-xs">
          Whole lineage
        </TextLink>
      }
    >
      {lineage.isPending && (
        <div style={{ height }}>
          <Skeleton className="h-full rounded-md" />
        </div>
      )}
      {lineage.isError && (
        <ProblemState
          title="The neighbours could not be read"
          detail={lineage.error.message}
          onRetry={() => void lineage.refetch()}
        />
      )}
      {lineage.isSuccess && (
        <div className="grid grid-cols-[minmax(0,1fr)_40px_minmax(0,1fr)_40px_minmax(0,1fr)]" style={{ height }}>
          <Column keys={upstream} none="Made from its own tables" />
          <NeighbourLines
            height={height}
            verdicts={upstream.map((key) => edgeOf(key, product.key)?.verdict ?? null)}
            direction="in"
          />
          <div className="flex items-center">
            <NeighbourCard product={product.key} isHere />
          </div>
          <NeighbourLines
            height={height}
            verdicts={downstream.map((key) => edgeOf(product.key, key)?.verdict ?? null)}
            direction="out"
          />
          <Column
            keys={downstream}
            none={product.alignment === 'consumer' ? 'People decide with it' : 'Nobody builds on it'}
          />
        </div>
      )}
    </Panel>
  );
}

function Column({ keys, none }: { keys: readonly string[]; none: string }) {
  if (keys.length === 0) return <p className="self-center text-center text-fg-2 text-xs">{none}</p>;
  return (
    <ul className="flex flex-col justify-around">
      {keys.map((key) => (
        <li key={key}>
          <NeighbourCard product={key} />
        </li>
      ))}
    </ul>
  );
}
