'use client';

import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { productQuery } from '@/lib/client/products';
import { sourcesQuery } from '@/lib/client/sources';
import { whatExistsQuery } from '@/lib/client/what-exists';
import type { ModelSurroundings, NeighbourEntity, NeighbourTable } from '@/lib/model/surroundings';

/**
 * What an expression may know of other products: the entities that may be built on, with the types of their
 * fields, and the tables of the inventory where the model reads some. */
export function useNeighbours(productKey: string, hasTables: boolean): ModelSurroundings {
  const { data: existing } = useQuery(whatExistsQuery({ product: productKey }));
  const { data: product } = useQuery(productQuery(productKey));
  const { data: inventory } = useQuery({ ...sourcesQuery(), enabled: hasTables });
  return useMemo(() => {
    const entities = new Map<string, NeighbourEntity>(
      (existing?.tree ?? []).flatMap(({ entities: list }) =>
        list.map((entity) => {
          const attributes = entity.attributes.map(
            ({ name, type, classification }) => [name, { type, classification, expressionBound: true }] as const,
          );
          return [entity.ref, { grain: entity.grain, attributes: new Map(attributes) }] as const;
        }),
      ),
    );
    const tables = new Map<string, NeighbourTable>(
      (inventory?.sources ?? []).flatMap((source) =>
        source.tables.map((table) => {
          const columns = table.columns.map(
            ({ name, type, classification }) => [name, { type, classification }] as const,
          );
          return [`${source.key}.${table.name}`, { key: [], columns: new Map(columns) }] as const;
        }),
      ),
    );
    return {
      productKey,
      alignment: product?.alignment ?? 'consumer',
      ownerKey: product?.owner?.key ?? null,
      useCase: null,
      findEntity: (ref) => entities.get(ref) ?? null,
      findTable: (ref) => tables.get(ref) ?? null,
      findDefinitions: () => [],
    };
  }, [existing, product, inventory, productKey]);
}
