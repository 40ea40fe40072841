import { compareText } from '@/lib/base/compare-text';
import type { Cause } from '@/lib/engine/plan';
import { askKey, entityOfTarget } from './ask-key';
import type { AskLine } from './asks';
import { isOpen } from './state-machine';

type Waiting = AskLine & { consumer: string; causes: readonly Cause[] };
export type WaitsOn<L> = { product: string; ask: string; line: L };

/**
 * What has to be settled first: the open asks of the same kind on the way from the consumer to this one. What an
 * aggregate is asked decides what its inputs are asked, so while the first is open the second may still change.
 */
export function findWaitsOn<L extends Waiting>(line: L, siblings: readonly L[]): WaitsOn<L>[] {
  if (!isOpen(line.state)) return [];
  const between = new Set(line.causes.flatMap((cause) => cause.path.slice(1, -1)));
  const found = siblings
    .filter((other) => other.consumer === line.consumer && other.product !== line.product && isOpen(other.state))
    .filter((other) => other.kind === line.kind && between.has(placeOf(other)))
    .map((other): WaitsOn<L> => {
      const { consumer, product, target } = other;
      return { product, ask: askKey({ consumer, product, entity: entityOfTarget(target) }), line: other };
    });
  return [...new Map(found.map((one) => [one.ask, one])).values()].sort((a, b) => compareText(a.ask, b.ask));
}

function placeOf({ product, target }: AskLine): string {
  return target === null ? product : `${product}:${target}`;
}
