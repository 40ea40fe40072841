import type { ShownProduct } from './visible-lineage';

type Props = { product: ShownProduct; isIdle: boolean };

/** Who waits and who relies, and what a filter hides on either side. */
export function ProductNodeFoot({ product, isIdle }: Props) {
  const { asks, hiddenUpstream, hiddenDownstream } = product;
  return (
    <p className="mt-auto flex items-center gap-1.5 whitespace-nowrap text-fg-2 text-xs tabular-nums">
      {hiddenUpstream > 0 && <span title="Made from products that are not shown">‹ {hiddenUpstream} hidden</span>}
      {asks > 0 ? (
        <span className="font-medium text-warn">{asks === 1 ? '1 open ask' : `${asks} open asks`}</span>
      ) : (
        <span className="truncate">{standingOf(product, isIdle)}</span>
      )}
      {hiddenDownstream > 0 && (
        <span className="ml-auto" title="Feeds products that are not shown">
          {hiddenDownstream} hidden ›
        </span>
      )}
    </p>
  );
}

function standingOf({ alignment, reliedOnBy }: ShownProduct, isIdle: boolean): string {
  if (isIdle) return 'Nobody asks for it';
  if (alignment === 'consumer') return 'Serves a decision';
  return reliedOnBy === 1 ? '1 consumer relies on it' : `${reliedOnBy} consumers rely on it`;
}
