'use client';

import { useQuery } from '@tanstack/react-query';
import { Search } from 'lucide-react';
import { useState } from 'react';
import { Input } from '@/components/ui/input';
import { LoadingRows } from '@/components/ui/loading-rows';
import { ProblemState } from '@/components/ui/problem-state';
import { productQuery } from '@/lib/client/products';

type Props = { product: string; onChoose: (field: string) => void };

const FEW = 8;

/** The fields of a product, entity by entity; choosing one leaves only its path on the board. */
export function FieldPicker({ product, onChoose }: Props) {
  const page = useQuery(productQuery(product));
  const [q, setQ] = useState('');
  if (page.isPending) return <LoadingRows label="Loading the fields" rows={3} />;
  if (page.isError)
    return (
      <ProblemState
        title="The fields could not be read"
        detail={page.error.message}
        onRetry={() => void page.refetch()}
        isRetrying={page.isFetching}
        className="py-3"
      />
    );
  const word = q.trim().toLowerCase();
  const { entities } = page.data.model;
  const isFound = (...texts: string[]) => texts.some((text) => text.toLowerCase().includes(word));
  const found = entities.flatMap(({ key, label, attributes }) => {
    const own = attributes.filter((one) => isFound(one.label, one.key, label));
    return own.length === 0 ? [] : [{ key, label, attributes: own }];
  });
  const count = entities.reduce((sum, { attributes }) => sum + attributes.length, 0);
  return (
    <div className="space-y-2 px-3.5 pb-2.5">
      {count > FEW && (
        <Input
          icon={Search}
          aria-label="Find a field"
          placeholder="Find a field"
          value={q}
          onChange={(event) => setQ(event.target.value)}
        />
      )}
      {found.map((entity) => (
        <div key={entity.key}>
          <h4 className="text-fg-3 text-xs">{entity.label}</h4>
          <ul className="mt-0.5 flex flex-wrap gap-1">
            {entity.attributes.map(({ key, label }) => (
              <li key={key} className="min-w-0">
                <button
                  type="button"
                  onClick={() => onChoose(`${entity.key}.${key}`)}
                  className="block max-w-full truncate rounded-sm bg-hover px-1.5 py-0.5 text-left text-xs transition-colors duration-120 hover:bg-active"
                >
                  {label}
                </button>
              </li>
            ))}
          </ul>
        </div>
      ))}
      {found.length === 0 && <p className="text-fg-2 text-xs">No field is called that.</p>}
    </div>
  );
}
