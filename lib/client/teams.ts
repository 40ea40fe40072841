import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import type { NewPerson, NewTeam, PersonChange } from '@/lib/api/teams';
import { request } from './request';

type Once = { idempotencyKey: string };

export function teamsQuery() {
  return queryOptions({ queryKey: ['teams'], queryFn: ({ signal }) => request(routes.teams, { signal }) });
}

export const createTeamMutation = mutationOptions({
  mutationKey: ['create-team'],
  mutationFn: ({ idempotencyKey, ...body }: NewTeam & Once) => request(routes.createTeam, { body, idempotencyKey }),
});

export const changeTeamMutation = mutationOptions({
  mutationKey: ['change-team'],
  mutationFn: ({ key, ...body }: NewTeam & { key: string }) => request(routes.changeTeam, { params: { key }, body }),
});

export const addPersonMutation = mutationOptions({
  mutationKey: ['add-person'],
  mutationFn: ({ idempotencyKey, ...body }: NewPerson & Once) => request(routes.addPerson, { body, idempotencyKey }),
});

export const changePersonMutation = mutationOptions({
  mutationKey: ['change-person'],
  mutationFn: ({ key, ...body }: PersonChange & { key: string }) =>
    request(routes.changePerson, { params: { key }, body }),
});
