import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { alignmentIcons } from '@/components/catalog/alignment-icon';
import { describeBuild } from '@/components/catalog/describe-build';
import { OwnerName } from '@/components/catalog/owner-name';
import { StatusBadge } from '@/components/catalog/status-badge';
import { cn } from '@/components/ui/cn';
import { IconTile } from '@/components/ui/icon-tile';
import type { DiffMark } from '@/lib/api/diff-marks';
import { DiffChips } from './diff-chips';
import { LineageChip } from './lineage-chip';
import { ProductNodeFoot } from './product-node-foot';
import type { ShownProduct } from './visible-lineage';

export type ProductNodeType = Node<
  {
    product: ShownProduct;
    isIdle: boolean;
    marks: readonly DiffMark[];
    /** Its fields on the path of the chosen one. */
    fields: readonly string[];
  },
  'product'
>;

export const ProductNode = memo(function ProductNode(props: NodeProps<ProductNodeType>) {
  const { product, isIdle, marks, fields } = props.data;
  const { alignment, name, domain, owner, version, status, chips } = product;
  return (
    <article
      className={cn(
        'card solo flex h-full w-full flex-col rounded-lg border px-3 pt-2.5 pb-2 transition-shadow duration-150',
        isIdle
          ? 'border-line-2 border-dashed bg-transparent'
          : 'border-line-2/70 bg-surface shadow-card hover:shadow-lift',
        props.selected && 'border-accent border-solid shadow-lift ring-3 ring-accent-soft',
      )}
    >
      <div className="flex items-start gap-2.5">
        <IconTile
          icon={alignmentIcons[alignment]}
          color={isIdle ? 'var(--text-3)' : `var(--${alignment})`}
          className="mt-0.5"
        />
        <div className="min-w-0 flex-1">
          <div className="flex items-center gap-1.5">
            <h3 className="truncate font-semibold text-base leading-[18px] tracking-[-0.012em]">{name}</h3>
            <StatusBadge status={status} />
          </div>
          <div className="flex min-w-0 items-center gap-1 text-fg-2 text-xs">
            {domain && <span className="truncate">{domain.name} ·</span>}
            <OwnerName owner={owner} className="truncate" />
          </div>
        </div>
        {version !== null && <span className="font-mono text-2xs text-fg-2">v{version}</span>}
      </div>
      {(!isIdle || fields.length > 0) && (
        <div className="mt-2 flex h-5 items-center gap-1 overflow-hidden text-fg-2 text-xs">
          {marks.length > 0 ? (
            <span className="flex items-center gap-2.5 text-fg">
              <DiffChips marks={marks} />
            </span>
          ) : fields.length > 0 ? (
            <span className="truncate font-medium text-accent-text" title={fields.join(', ')}>
              {fields.join(', ')}
            </span>
          ) : (
            chips.map((chip) => <LineageChip key={chip.kind} chip={chip} />)
          )}
          {marks.length === 0 && fields.length === 0 && chips.length === 0 && describeBuild(product.build)}
        </div>
      )}
      <ProductNodeFoot product={product} isIdle={isIdle} />
      <Handle type="target" position={Position.Left} id="in" isConnectable={false} />
      <Handle type="source" position={Position.Right} id="out" isConnectable={false} />
    </article>
  );
});
