import { describeMinutes } from '@/lib/base/duration';
import { buildIn } from '../supply/find-supply';
import type { OwnFacts, Proposal } from './conflict-facts';
import { EVERY_MINUTES } from './find-faster-schedules';

/** The slowest schedule of a product by which it can be as young as this, while what it reads stays as it is. */
export function fasterAlone(
  { lineage, names }: OwnFacts,
  product: string,
  { required, best }: { required: number; best: number },
): Proposal[] {
  const known = lineage.product(product)?.product;
  if (known?.build.mode !== 'scheduled') return [];
  const now = buildIn(lineage)(product);
  const inputs = known.alignment === 'source' ? 0 : best - now.every - now.takes;
  for (const every of EVERY_MINUTES)
    for (const share of [1, 1 / 3]) {
      const everyMinutes = Math.min(every, now.every);
      const takesMinutes = share === 1 ? now.takes : Math.min(now.takes, everyMinutes * share);
      if (everyMinutes + takesMinutes + inputs > required) continue;
      const words = `Run ${names.product(product)} every ${describeMinutes(everyMinutes)}, ${describeMinutes(takesMinutes)} each.`;
      return [{ words, change: { schedules: [{ product, everyMinutes, takesMinutes }] } }];
    }
  return [];
}
