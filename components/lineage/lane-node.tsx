import type { Node, NodeProps } from '@xyflow/react';
import { memo } from 'react';
import { useFormat } from '@/components/shell/use-format';
import { Swatch } from '@/components/ui/swatch';
import type { Alignment } from '@/lib/catalog/snapshot';

export type LaneNodeType = Node<{ alignment: Alignment; count: number; hidden: number }, 'lane'>;

const WORDS = {
  source: { title: 'Source-aligned', blurb: 'Facts, as the owning system records them' },
  aggregate: { title: 'Aggregate', blurb: 'Joined and settled once, for many' },
  consumer: { title: 'Consumer-aligned', blurb: 'Shaped for one decision' },
} as const;

export const LaneNode = memo(function LaneNode({ data }: NodeProps<LaneNodeType>) {
  const format = useFormat();
  const { title, blurb } = WORDS[data.alignment];
  return (
    <section aria-label={`${title} products`} className="h-full w-full rounded-xl border bg-zone">
      <div className="flex items-center gap-2 px-4 pt-3.5">
        <Swatch color={`var(--${data.alignment})`} />
        <h2 className="font-semibold text-base tracking-[-0.012em]">{title}</h2>
        <span className="text-fg-3 text-sm tabular-nums">{format.number(data.count)}</span>
        {data.hidden > 0 && (
          <span className="ml-auto text-fg-3 text-xs tabular-nums">{format.number(data.hidden)} hidden</span>
        )}
      </div>
      <p className="px-4 text-fg-3 text-xs">{blurb}</p>
    </section>
  );
});
