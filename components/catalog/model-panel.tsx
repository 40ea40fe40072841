'use client';

import { useState } from 'react';
import { Panel } from '@/components/ui/panel';
import { Switch } from '@/components/ui/switch';
import type { ProductPage } from '@/lib/api/product-page';
import { countOf } from '@/lib/base/count-of';
import { ModelEntity } from './model-entity';
import { ModelLinks } from './model-links';
import { useHash } from './use-hash';

const OPEN_MAX = 6;

/** What it holds: business names first, the physical ones a switch away. */
export function ModelPanel({ product }: { product: ProductPage }) {
  const { entities, relationships } = product.model;
  const [isPhysical, setIsPhysical] = useState(false);
  const hash = useHash();
  return (
    <Panel
      title="Model"
      note={countOf(entities.length, 'entity', 'entities')}
      actions={entities.length > 0 && <Switch label="Physical names" isOn={isPhysical} onChange={setIsPhysical} />}
      isBare
    >
      {entities.length === 0 && (
        <p className="px-4 pb-3 text-fg-2 text-sm">Nothing has been drawn yet. Open the model to begin.</p>
      )}
      {entities.map((entity) => (
        <ModelEntity
          key={entity.id}
          product={product}
          entity={entity}
          isPhysical={isPhysical}
          isOpenFirst={entities.length <= OPEN_MAX}
          hash={hash}
        />
      ))}
      {relationships.length > 0 && <ModelLinks model={product.model} />}
    </Panel>
  );
}
