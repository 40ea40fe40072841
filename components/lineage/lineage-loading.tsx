import { Skeleton } from '@/components/ui/skeleton';

const LANES = [
  { lane: 'source', cards: ['a', 'b', 'c', 'd', 'e'] },
  { lane: 'aggregate', cards: ['a', 'b'] },
  { lane: 'consumer', cards: ['a', 'b'] },
];

export function LineageLoading() {
  return (
    <div role="status" className="flex h-full justify-center gap-12 bg-canvas px-12 pt-12">
      <span className="sr-only">Loading the lineage</span>
      {LANES.map(({ lane, cards }) => (
        <div key={lane} className="w-72 space-y-3 rounded-xl border bg-zone p-4">
          <Skeleton className="w-32" />
          {cards.map((card) => (
            <Skeleton key={card} className="h-24 rounded-lg" />
          ))}
        </div>
      ))}
    </div>
  );
}
