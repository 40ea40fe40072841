import type { OwnFacts, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { takeNeedsBack } from './take-needs-back';

/** Numbers and stated needs that stand on the same thing are given up together: either alone leaves the other. */
export function doWithout(facts: OwnFacts, metrics: readonly string[], needs: readonly string[]): Proposal[] {
  const { key } = facts.demand.consumer;
  const causes = needs.map((expectation) => ({ consumer: key, metric: null, expectation, path: [] }));
  const back = takeNeedsBack(facts, causes);
  const lost = loseMetrics(facts, metrics);
  const [need, number] = [back[0], lost[0]];
  if (!need || !number) return [...back, ...lost];
  return [
    {
      words: `${number.words} ${need.words}`,
      change: { ...number.change, ...need.change, drop: number.change.drop },
      loses: [...(number.loses ?? []), ...(need.loses ?? [])],
    },
  ];
}
