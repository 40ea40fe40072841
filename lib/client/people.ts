import { mutationOptions, queryOptions } from '@tanstack/react-query';
import { routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

export function peopleQuery() {
  return queryOptions({
    queryKey: queryKeys.people,
    queryFn: ({ signal }) => request(routes.people, { signal }),
    staleTime: 60_000,
  });
}

/** Become another person of the story. Everything on screen belongs to somebody else afterwards: clear the cache. */
export function switchPersonMutation() {
  return mutationOptions({
    mutationFn: (person: string) => request(routes.switchPerson, { body: { person } }),
  });
}
