import type { Verdict } from '../plan';

/** The greater the further from what is needed. */
export const BADNESS: Record<Verdict, number> = { met: 0, tighten: 1, missing: 2, infeasible: 3, conflict: 4 };
