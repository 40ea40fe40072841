import { Handle, type Node, type NodeProps, Position } from '@xyflow/react';
import { memo } from 'react';
import { alignmentIcons } from '@/components/catalog/alignment-icon';
import { OwnerName } from '@/components/catalog/owner-name';
import { StatusBadge } from '@/components/catalog/status-badge';
import { cn } from '@/components/ui/cn';
import { IconTile } from '@/components/ui/icon-tile';
import { LineageChip } from './lineage-chip';
import type { ShownProduct } from './visible-lineage';

export type ProductNodeType = Node<{ product: ShownProduct; isIdle: boolean }, 'product'>;

export const ProductNode = memo(function ProductNode({
  data: { product, isIdle },
  selected,
}: NodeProps<ProductNodeType>) {
  const { alignment, name, domain, owner, version, status, chips } = product;
  return (
    <article
      className={cn(
        'card solo flex h-full w-full flex-col rounded-lg border px-3 pt-2.5 pb-2 transition-shadow duration-150',
        isIdle
          ? 'border-line-2 border-dashed bg-transparent'
          : 'border-line-2/70 bg-surface shadow-card hover:shadow-lift',
        selected && 'border-accent border-solid shadow-lift ring-3 ring-accent-soft',
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
          <div className="flex min-w-0 items-center gap-1 truncate text-fg-2 text-xs">
            {domain && <span className="truncate">{domain.name} ·</span>}
            <OwnerName owner={owner} />
          </div>
        </div>
        {version !== null && <span className="font-mono text-2xs text-fg-2">v{version}</span>}
      </div>
      <div className="mt-2 flex gap-1">
        {chips.map((chip) => (
          <LineageChip key={chip.kind} chip={chip} />
        ))}
      </div>
      <Footer product={product} isIdle={isIdle} />
      <Handle type="target" position={Position.Left} id="in" isConnectable={false} />
      <Handle type="source" position={Position.Right} id="out" isConnectable={false} />
    </article>
  );
});

function Footer({ product, isIdle }: { product: ShownProduct; isIdle: boolean }) {
  const { asks, reliedOnBy, alignment, hiddenUpstream, hiddenDownstream } = product;
  const relied = reliedOnBy === 1 ? '1 consumer relies on it' : `${reliedOnBy} consumers rely on it`;
  return (
    <p className="mt-auto flex items-center gap-1 whitespace-nowrap text-fg-2 text-xs tabular-nums">
      {hiddenUpstream > 0 && <span title="Fed by products that are not shown">‹ {hiddenUpstream} hidden ·</span>}
      {asks > 0 ? (
        <span className="font-medium text-warn">{asks === 1 ? '1 open ask' : `${asks} open asks`}</span>
      ) : (
        <span className="truncate">
          {isIdle ? 'Nobody asks for it' : alignment === 'consumer' ? 'Decides' : relied}
        </span>
      )}
      {hiddenDownstream > 0 && (
        <span className="ml-auto" title="Feeds products that are not shown">
          {hiddenDownstream} hidden ›
        </span>
      )}
    </p>
  );
}
