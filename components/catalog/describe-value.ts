import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import type { RequirementKind, RequirementValue } from '@/lib/engine/plan';

const RATIOS: ReadonlySet<RequirementKind> = new Set(['availability', 'completeness', 'reference']);

/** A required or offered value as a person says it; null where only a sentence can say it. */
export function describeValue(kind: RequirementKind, value: RequirementValue): string | null {
  if (value === null) return null;
  if (typeof value === 'string') return value === 'all' ? 'all of it' : value;
  if (typeof value !== 'number') return null;
  if (kind === 'freshness') return describeMinutes(value);
  if (kind === 'history') return value === 1 ? '1 day' : `${value} days`;
  if (RATIOS.has(kind)) return describeShare(value);
  return String(value);
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
  if (kind === 'history') return size === 1 ? '1 day' : `${size} days`;
  return RATIOS.has(kind) ? `${Number((size * 100).toFixed(4))} points` : String(size);
}
