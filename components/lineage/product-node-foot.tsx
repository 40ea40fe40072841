import { countOf } from '@/lib/base/count-of';
import { useBoardVerbs } from './board-verbs-context';
import type { Opened } from './lineage-state';
import type { ShownProduct } from './visible-lineage';

type Props = { product: ShownProduct; isIdle: boolean };

/** Who waits and who relies, and what is hidden on either side, a press away. */
export function ProductNodeFoot({ product, isIdle }: Props) {
  const { asks, hiddenUpstream, hiddenDownstream } = product;
  return (
    <div className="mt-auto flex items-center gap-1.5 whitespace-nowrap text-fg-2 text-xs tabular-nums">
      <Hidden product={product} side="up" count={hiddenUpstream} />
      {asks > 0 ? (
        <span className="truncate font-medium text-warn">{countOf(asks, 'open ask')}</span>
      ) : (
        <span className="truncate">{standingOf(product, isIdle)}</span>
      )}
      <Hidden product={product} side="down" count={hiddenDownstream} />
    </div>
  );
}

type HiddenProps = { product: ShownProduct; side: Opened['side']; count: number };

function Hidden({ product, side, count }: HiddenProps) {
  const verbs = useBoardVerbs();
  if (count === 0) return null;
  const words = side === 'up' ? `‹ ${count} hidden` : `${count} hidden ›`;
  const place = side === 'down' ? 'ml-auto shrink-0' : 'shrink-0';
  if (verbs === null) return <span className={place}>{words}</span>;
  return (
    <button
      type="button"
      aria-label={`Show ${count} more that ${product.name} ${side === 'up' ? 'is made from' : 'feeds'}`}
      onClick={(event) => {
        event.stopPropagation();
        verbs.open({ product: product.key, side });
      }}
      onKeyDown={(event) => event.stopPropagation()}
      className={`nodrag nopan -mx-1 pointer-events-auto rounded-sm px-1 font-medium text-accent-text hover:bg-hover ${place}`}
    >
      {words}
    </button>
  );
}

function standingOf({ alignment, reliedOnBy }: ShownProduct, isIdle: boolean): string {
  if (isIdle) return 'Nobody asks for it';
  if (alignment === 'consumer') return 'Serves a decision';
  return countOf(reliedOnBy, 'consumer relies on it', 'consumers rely on it');
}
