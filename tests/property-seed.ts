import { configureGlobal } from 'fast-check';

/**
 * Properties draw the same examples on every run, so that a change is judged by what it changed. `PROPERTY_SEED=random`
 * draws others: for hunting, not for judging. A seed that fails becomes a pinned example.
 */
const wanted = process.env.PROPERTY_SEED;
if (wanted !== 'random') configureGlobal({ seed: Number(wanted ?? 20261122) });
