type Line = { role: string | null; cardinality: string | null; from: string; to: string };

/** Each role with the entities at its "one" end: two of a one-to-one, which is gone along either way. */
export function rolesOf(relationships: readonly Line[]): Map<string, Set<string>> {
  const roles = new Map<string, Set<string>>();
  for (const { role, cardinality, from, to } of relationships) {
    if (role === null) continue;
    const ends = [
      ...(cardinality === 'many-to-one' || cardinality === 'one-to-one' ? [to] : []),
      ...(cardinality === 'one-to-many' || cardinality === 'one-to-one' ? [from] : []),
    ];
    roles.set(role, new Set([...(roles.get(role) ?? []), ...ends]));
  }
  return roles;
}

/** The entity of an end as it is written: alone, or before the dot of an attribute. */
export function entityOfEnd(written: string): string {
  const dot = written.indexOf('.');
  return dot < 0 ? written : written.slice(0, dot);
}
