import type { Organisation } from './organisation';
import type { StoredPerson } from './store';

/** A person with their teams by name. */
export function describePerson({ key, name, title, role, teams, initials }: StoredPerson, { team }: Organisation) {
  return { key, name, title, role, initials, teams: teams.flatMap((one) => team(one) ?? []) };
}
