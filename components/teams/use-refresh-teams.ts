import { useQueryClient } from '@tanstack/react-query';
import { queryKeys } from '@/lib/client/query-keys';

/** What to read again once a team or a person is another: every list that names them. */
export function useRefreshTeams(): () => void {
  const client = useQueryClient();
  return () => {
    for (const queryKey of [['teams'], queryKeys.people, queryKeys.me, queryKeys.products, queryKeys.inbox])
      void client.invalidateQueries({ queryKey });
  };
}
