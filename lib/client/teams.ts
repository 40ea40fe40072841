import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { versionTag } from '@/lib/api/entity-tag';
import { routes } from '@/lib/api/routes';
import type { NewPerson, NewTeam, PersonChange } from '@/lib/api/teams';
import { request } from './request';

type Once = { idempotencyKey: string };
/** Who or what is changed, as it was seen. */
type Seen = { key: string; version: number };

export function teamsQuery() {
  return queryOptions({ queryKey: ['teams'], queryFn: ({ signal }) => request(routes.teams, { signal }) });
}

export const createTeamMutation = mutationOptions({
  mutationKey: ['create-team'],
  mutationFn: ({ idempotencyKey, ...body }: NewTeam & Once) => request(routes.createTeam, { body, idempotencyKey }),
});

export const changeTeamMutation = mutationOptions({
  mutationKey: ['change-team'],
  mutationFn: ({ key, version, ...body }: NewTeam & Seen) =>
    request(routes.changeTeam, { params: { key }, body, ifMatch: versionTag(version) }),
});

export const addPersonMutation = mutationOptions({
  mutationKey: ['add-person'],
  mutationFn: ({ idempotencyKey, ...body }: NewPerson & Once) => request(routes.addPerson, { body, idempotencyKey }),
});

export const changePersonMutation = mutationOptions({
  mutationKey: ['change-person'],
  mutationFn: ({ key, version, ...body }: PersonChange & Seen) =>
    request(routes.changePerson, { params: { key }, body, ifMatch: versionTag(version) }),
});
