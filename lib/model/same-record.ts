import { canonicalJson } from '@/lib/base/canonical-json';
import type { ModelRecord } from './records';

/** True for two records that say the same, whatever order their fields were written in; nothing is the same as nothing. */
export function sameRecord(a: ModelRecord | null, b: ModelRecord | null): boolean {
  if (a === b) return true;
  return a !== null && b !== null && canonicalJson(a) === canonicalJson(b);
}
