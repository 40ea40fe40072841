import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';

export type Organisation = {
  domain(key: string | null): { key: string; name: string } | null;
  team(key: string | null): { key: string; name: string } | null;
};

/** Domains and teams by key; a key nobody has a name for is its own name. */
export function organisationOf(snapshot: WorkspaceSnapshot): Organisation {
  const domains = new Map(snapshot.domains.map(({ key, name }) => [key, name]));
  const teams = new Map(snapshot.teams.map(({ key, name }) => [key, name]));
  const find = (names: ReadonlyMap<string, string>, key: string | null): { key: string; name: string } | null =>
    key === null ? null : { key, name: names.get(key) ?? key };
  return { domain: (key) => find(domains, key), team: (key) => find(teams, key) };
}
