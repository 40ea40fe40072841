import { type CauseSet, causesIn, type Demand } from '../demand/demand';

/** The metrics among some causes, by name. */
export function metricsBehind({ causes: all }: Demand, causes: CauseSet): string[] {
  return causesIn(causes).flatMap((cause) => {
    const named = all[cause];
    return named?.kind === 'metric' ? [named.name] : [];
  });
}
