import { fingerprint } from '@/lib/base/fingerprint';
import type { Prices, Team } from '@/lib/catalog/snapshot';
import type { StoredPerson } from './store';

/**
 * What If-Match names for a person and a team: it stands for what they are, so it changes whenever anything of them does
 * and needs no column of its own.
 */
export function versionOfPerson({ key, name, title, role, teams }: Omit<StoredPerson, 'id' | 'initials'>): number {
  return versionOf({ key, name, title, role, teams: [...teams].sort() });
}

export function versionOfTeam({ key, name, domain }: Team): number {
  return versionOf({ key, name, domain });
}

export function versionOfPrices(prices: Prices | null): number {
  return versionOf({ prices });
}

/** 48 bits: as many as a tag's digits hold. */
function versionOf(row: object): number {
  return Number.parseInt(fingerprint(row).slice(0, 12), 16);
}
