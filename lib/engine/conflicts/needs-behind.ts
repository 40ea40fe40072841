import { type CauseSet, causesIn, type Demand } from '../demand/demand';

/** The stated needs among some causes, by name. */
export function needsBehind({ causes: all }: Demand, causes: CauseSet): string[] {
  return causesIn(causes).flatMap((cause) => {
    const named = all[cause];
    return named?.kind === 'expectation' ? [named.name] : [];
  });
}
