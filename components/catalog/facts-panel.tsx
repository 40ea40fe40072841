'use client';

import { useFormat } from '@/components/shell/use-format';
import { DataList } from '@/components/ui/data-list';
import { Mono } from '@/components/ui/mono';
import { Panel } from '@/components/ui/panel';
import type { ProductPage } from '@/lib/api/product-page';
import { describeBuild } from './describe-build';
import { OwnerName } from './owner-name';
import { promiseFacts } from './promise-facts';

const PORT_WORDS = { batch: 'Files or tables', stream: 'Stream', api: 'API', sql: 'SQL' } as const;

export function FactsPanel({ product }: { product: ProductPage }) {
  const format = useFormat();
  const promises = promiseFacts(product.promises);
  return (
    <Panel title="Promises and ports">
      <DataList
        items={[
          ...promises.map((fact) => ({
            term: fact.label,
            value: <span className="font-medium tabular-nums">{format.words(fact.value)}</span>,
          })),
          ...(promises.length === 0
            ? [{ term: 'Promises', value: <span className="text-fg-2">None of its own; what its inputs give</span> }]
            : []),
          { term: 'Made', value: describeBuild(product.build) },
          {
            term: 'Ports',
            value:
              product.ports.length === 0 ? (
                <span className="text-fg-2">None declared</span>
              ) : (
                product.ports.map((port) => (
                  <span key={port.key} className="block">
                    {PORT_WORDS[port.mode]}
                    {port.format && <Mono className="ml-1.5 text-xs">{port.format}</Mono>}
                  </span>
                ))
              ),
          },
          { term: 'Owner', value: <OwnerName owner={product.owner} /> },
          ...(product.domain ? [{ term: 'Domain', value: product.domain.name }] : []),
          ...(product.layer ? [{ term: 'Layer', value: product.layer }] : []),
          { term: 'Key', value: <Mono className="text-xs">{product.key}</Mono> },
        ]}
      />
    </Panel>
  );
}
