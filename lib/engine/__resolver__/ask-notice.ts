import type { Demand } from './demand';
import { type KindRow, type KindRows, kindRow } from './kind-row';
import { allAbove, upstreamOf } from './supply';
import type { WorkspaceView } from './view';

/**
 * What is agreed is asked of who agreed, and of everybody it rests on: nobody can say earlier what he hears later. One
 * row per way; merging keeps the longest, and whether it is met is told by every two neighbours on the way.
 */
export function askNotice(view: WorkspaceView, demand: Demand): KindRows {
  const reached = new Set([demand.consumer, ...allAbove(demand, demand.consumer)]);
  const binding = view.snapshot.contracts.filter(({ version }) => Number(version.split('.')[0]) > 0);
  const told = (reader: string, provider: string): number | null => {
    const days = binding.flatMap(({ consumer, product, noticeDays }) =>
      consumer === reader && product === provider && noticeDays !== null ? [noticeDays] : [],
    );
    return days.length === 0 ? null : Math.max(...days);
  };
  const rows = binding.flatMap(({ consumer, product }): KindRow[] => {
    const noticeDays = told(consumer, product);
    if (noticeDays === null || !reached.has(consumer) || !allAbove(demand, consumer).has(product)) return [];
    const above = [...allAbove(demand, product)];
    const asked = (at: string, days: (number | null)[]): KindRow => {
      const worst = days.some((one) => one === null) ? 'missing' : 'tighten';
      const isMet = days.every((one) => one !== null && one >= noticeDays);
      const facts = { product: at, target: null, kind: 'stability', rule: null, value: { noticeDays } };
      return kindRow({ ...facts, verdict: isMet ? 'met' : worst });
    };
    return [
      asked(product, [noticeDays]),
      ...above.map((at) => {
        const readers = [product, ...above].filter((reader) => upstreamOf([demand], reader).includes(at));
        return asked(
          at,
          readers.map((reader) => told(reader, at)),
        );
      }),
    ];
  });
  return { rows, skipped: [] };
}
