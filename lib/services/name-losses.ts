import type { PlanNames } from '@/lib/engine/push/plan-names';

/**
 * Numbers and fields as people call them. A measure or a belief has no name on a screen: it goes with the number it
 * stands in, and is named by its key only where nothing else is lost.
 */
export function nameLosses(consumer: string, lost: readonly string[], names: PlanNames): string[] {
  const named = lost.flatMap((name) => {
    const metric = names.metric(consumer, name);
    if (metric !== name) return [metric];
    return names.has(consumer, name) ? [names.target(consumer, name)] : [];
  });
  return named.length > 0 ? named : [...lost];
}
