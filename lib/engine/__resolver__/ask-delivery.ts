import type { Product } from '@/lib/catalog/snapshot';
import type { Verdict } from '../plan';
import type { Demand } from './demand';
import { type KindRow, type KindRows, kindRow, together } from './kind-row';
import { statedOn } from './needs';
import { allAbove, upstreamOf } from './supply';
import type { WorkspaceView } from './view';

/** Events come as events all the way to the source; every other way of handing over concerns those who hand over. */
export function askDelivery(view: WorkspaceView, demand: Demand): KindRows {
  const product = view.products.get(demand.consumer);
  if (!product) return { rows: [], skipped: [] };
  const above = allAbove(demand, demand.consumer);
  const parts = statedOn(product, 'delivery').map(({ mode, format, product: only }): KindRows => {
    // Who is to deliver and is not read at all is nobody to ask.
    if (only !== undefined && !above.has(only)) return { rows: [], skipped: [] };
    const providers = only === undefined ? upstreamOf([demand], demand.consumer) : [only];
    const asked = format === undefined ? { mode } : { mode, format };
    const near = providers.map((at) => rowAt(view, at, asked));
    const far = new Set(mode === 'stream' ? providers.flatMap((at) => [...allAbove(demand, at)]) : []);
    const others = [...far].filter((at) => !providers.includes(at)).map((at) => rowAt(view, at, { mode }));
    return { rows: [...near, ...others], skipped: [] };
  });
  return together(parts);
}

/** What the house requires of how a product hands over. */
export function deliveryAt(view: WorkspaceView, at: string, { mode, format }: Asked): KindRow {
  return rowAt(view, at, format === undefined ? { mode } : { mode, format });
}

type Asked = { mode: string; format?: string | undefined };

function rowAt(view: WorkspaceView, at: string, value: { mode: string; format?: string }): KindRow {
  const product = view.products.get(at);
  const facts = { product: at, target: null, kind: 'delivery', rule: value.mode, value };
  return kindRow({ ...facts, verdict: product ? verdictOf(product, value) : 'missing' });
}

/** Left open where a virtual product hands on what it gets, and where a schedule stands in the way of events. */
function verdictOf(product: Product, { mode, format }: { mode: string; format?: string }): Verdict | null {
  const fitting = product.ports.filter(
    (port) => port.mode === mode && (format === undefined || port.format === format),
  );
  if (mode === 'stream' && product.build.mode === 'scheduled') return fitting.length > 0 ? null : 'conflict';
  if (fitting.length > 0) return 'met';
  if (product.ports.length === 0) return mode === 'stream' ? null : 'missing';
  return 'tighten';
}
