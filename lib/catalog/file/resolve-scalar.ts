import { boolCoreTag, floatCoreTag, intCoreTag, NOT_RESOLVED, nullCoreTag } from 'js-yaml';
import type { Scalar } from './tree';

/**
 * An unquoted scalar by the YAML 1.2 core schema: null, true/false, integers, decimals, and text for everything else.
 * `no`, `2026-12-15`, `06:00` and `0b1` are text; a date never becomes anything but what was written.
 */
export function resolveScalar(written: string): Scalar {
  for (const tag of [nullCoreTag, boolCoreTag, intCoreTag, floatCoreTag]) {
    const value = tag.resolve(written, false, tag.tagName);
    if (value === NOT_RESOLVED) continue;
    // There is one zero: -0 would be written back as 0.
    return value === 0 ? 0 : value;
  }
  return written;
}
