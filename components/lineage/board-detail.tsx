'use client';

import type { UseQueryResult } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { IconButton } from '@/components/ui/icon-button';
import type { FieldTrace, Lineage } from '@/lib/api/lineage';
import { EdgeDetail } from './edge-detail';
import { FieldDetail } from './field-detail';
import type { LineageState } from './lineage-state';
import { edgeId } from './lineage-state';
import { ProductDetail } from './product-detail';

type Props = {
  lineage: Lineage;
  state: LineageState;
  trace: UseQueryResult<FieldTrace> | null;
  onClose: () => void;
  onChoose: (key: string) => void;
  onField: (field: string | null) => void;
};

/** What is chosen on the board, in words. */
export function BoardDetail({ lineage, state, trace, onClose, onChoose, onField }: Props) {
  const product = lineage.products.find((candidate) => candidate.key === state.select);
  const edge = lineage.edges.find((candidate) => edgeId(candidate) === state.edge);
  if (!product && !edge) return null;
  return (
    <aside
      aria-label={product ? product.name : 'The chosen line'}
      className="relative w-[284px] rounded-lg bg-surface shadow-pop"
    >
      <IconButton icon={X} label="Close" keys="escape" size="sm" onClick={onClose} className="absolute top-2 right-2" />
      {product && state.field !== null && trace ? (
        <FieldDetail product={product} trace={trace} onBack={() => onField(null)} />
      ) : (
        product && (
          <ProductDetail
            key={product.key}
            lineage={lineage}
            product={product}
            onChoose={onChoose}
            onField={trace === null ? null : onField}
          />
        )
      )}
      {edge && <EdgeDetail lineage={lineage} edge={edge} onChoose={onChoose} />}
    </aside>
  );
}
