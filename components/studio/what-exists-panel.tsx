'use client';

import { useQuery } from '@tanstack/react-query';
import { Search, X } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { EmptyState } from '@/components/ui/empty-state';
import { IconButton } from '@/components/ui/icon-button';
import { Input } from '@/components/ui/input';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { whatExistsQuery } from '@/lib/client/what-exists';
import { ExistingHits } from './existing-hits';
import { ExistingTree } from './existing-tree';

type Props = { productKey: string; onBring: (ref: string) => void };

/** What others offer, to be drawn with: searched by business word, taken by dragging or with Enter. */
export function WhatExistsPanel({ productKey, onBring }: Props) {
  const [typed, setTyped] = useState('');
  const q = useDeferredValue(typed.trim());
  const { data, error, isPending, isFetching, refetch } = useQuery(
    whatExistsQuery(q === '' ? { product: productKey } : { product: productKey, q }),
  );
  return (
    <div className="flex h-full min-h-0 flex-col">
      <div className="px-3 pb-2">
        <Input
          icon={Search}
          aria-label="Search what exists"
          placeholder="Customer, revenue, late…"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          onKeyDown={(event) => {
            if (event.key === 'Escape' && typed !== '') {
              event.stopPropagation();
              setTyped('');
            }
          }}
          end={typed !== '' && <IconButton icon={X} label="Clear the search" size="sm" onClick={() => setTyped('')} />}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-y-auto px-1.5 pb-3" aria-busy={isFetching}>
        {isPending ? (
          <LoadingRows label="Looking for what exists" rows={6} />
        ) : error ? (
          <ProblemState
            title="What exists could not be read"
            detail={error.message}
            onRetry={() => void refetch()}
            isRetrying={isFetching}
          />
        ) : q !== '' ? (
          <ExistingHits hits={data.hits} query={q} onBring={onBring} />
        ) : data.tree.length === 0 ? (
          <EmptyState title="Nobody offers anything yet" size="panel">
            Draw what you need all the same: it is asked of whoever is nearest.
          </EmptyState>
        ) : (
          <ExistingTree tree={data.tree} onBring={onBring} />
        )}
      </div>
    </div>
  );
}
