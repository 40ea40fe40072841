import { joinWords } from '@/lib/base/join-words';
import type { OwnFacts, Proposal } from './conflict-facts';

/** The last resort: the consumer does without these metrics. None when there are none to give up. */
export function loseMetrics({ demand, names }: OwnFacts, metrics: readonly string[]): Proposal[] {
  const { key } = demand.consumer;
  const dropped = [...new Set(metrics)].sort();
  if (dropped.length === 0) return [];
  const labels = dropped.map((metric) => names.metric(key, metric));
  return [
    {
      words: `Do without ${joinWords(labels)}.`,
      change: { schedules: [], drop: { metrics: dropped.map((metric) => ({ consumer: key, metric })) } },
      loses: dropped,
    },
  ];
}
