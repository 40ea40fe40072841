import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import type { Requirement, RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { describeObject } from './describe-object';

const RATIOS: ReadonlySet<RequirementKind> = new Set([
  'availability',
  'completeness',
  'reference',
  'reconciliation',
  'validity',
]);

/**
 * A required or offered value as a person says it; null where only a sentence can say it. Of a rule about values the rule
 * tells a range from a share of rows.
 */
export function describeValue(
  kind: RequirementKind,
  value: RequirementValue,
  rule: string | null = null,
): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value === 'all' ? 'all of it' : value;
  if (typeof value !== 'number') return describeObject(kind, rule, value);
  if (kind === 'freshness') return describeMinutes(value);
  if (kind === 'history') return describeDays(value);
  if (RATIOS.has(kind)) return describeShare(value);
  return String(value);
}

const UNKNOWN = 'nothing known';

type Offered = Pick<Requirement, 'kind' | 'rule' | 'verdict' | 'supply'>;

/**
 * What is asked beside what is offered. A value of several parts is in the sentence already: it is said again only where
 * something else is offered, and what is offered only where it says more than the sentence does.
 */
export function describeOffer(
  { kind, rule, verdict, supply }: Offered,
  value: RequirementValue,
): { asked: string | null; offered: string | null } {
  const asked = describeValue(kind, value, rule);
  const offered = describeValue(kind, supply, rule) ?? (verdict === 'met' || asked === null ? null : UNKNOWN);
  if (value === null || typeof value !== 'object') return { asked, offered: offered ?? (asked && UNKNOWN) };
  if (verdict === 'met') return { asked: null, offered: offered === asked ? null : offered };
  return { asked: supply === null ? null : asked, offered };
}

/** `40 min to spare`, `4 h 40 too late`; null where there is no room to speak of. */
export function describeSlack(kind: RequirementKind, slack: number | null): string | null {
  if (slack === null) return null;
  const size = Math.abs(slack);
  const amount = kind === 'freshness' || kind === 'deadline' ? describeMinutes(size) : describeAmount(kind, size);
  if (slack === 0) return 'exactly enough';
  return slack > 0 ? `${amount} to spare` : `${amount} short`;
}

function describeAmount(kind: RequirementKind, size: number): string {
  if (kind === 'history') return describeDays(size);
  return RATIOS.has(kind) ? `${Number((size * 100).toFixed(4))} points` : String(size);
}
