import { canonicalJson } from './canonical-json';
import { sha256Hex } from './sha256';

/**
 * 128 bits that stand for a plain value: equal for equal values whatever the order of their keys, on the server and in
 * the browser alike. For telling versions and asks apart; not a signature.
 */
export function fingerprint(value: unknown): string {
  return sha256Hex(canonicalJson(value)).slice(0, 32);
}
