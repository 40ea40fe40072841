import { sameValue } from '@/lib/base/same-value';
import type { ModelRecord } from './records';

/** True for two records that say the same, whatever order their fields were written in; nothing is the same as nothing. */
export function sameRecord(a: ModelRecord | null, b: ModelRecord | null): boolean {
  return sameValue(a, b);
}
