import type { Agreement } from '@/lib/catalog/agreement';
import type { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import type { RequirementState } from './state';
import { isAgreed } from './state-machine';

type Row = {
  product: string;
  target: string | null;
  kind: RequirementKind;
  rule: string | null;
  value: RequirementValue;
  dayOffset: number | null;
  state: RequirementState;
  counterValue: RequirementValue;
};

/** What a plan can reckon with: numbers and times that carry on upstream. */
const CARRIED: ReadonlySet<RequirementKind> = new Set([
  'freshness',
  'deadline',
  'availability',
  'completeness',
  'history',
]);

/**
 * What both sides agreed on in place of what is asked, as plans read it; null where what was asked was accepted as it is,
 * where nothing is agreed, and of sets of values: a smaller set than the one asked for breaks no need by itself.
 */
export function agreementOf(row: Row): Agreement | null {
  const { product, target, kind, rule, value, dayOffset, state, counterValue } = row;
  if (!isAgreed(state) || value === null || counterValue === null || !CARRIED.has(kind)) return null;
  return {
    product,
    target,
    kind,
    rule,
    asked: value,
    value: counterValue,
    ...(dayOffset === null ? {} : { dayOffset }),
  };
}
