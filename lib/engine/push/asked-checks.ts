import type { ConsumerPlan } from '../plan';
import type { AskedRow } from './asked-row';

/** What is asked of others, and what the consumer itself must check because it cannot be known any earlier. */
export type AskedChecks = { rows: AskedRow[]; checks: ConsumerPlan['checks'] };
