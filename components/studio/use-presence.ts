import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import type { Person } from '@/lib/api/person';
import { meQuery } from '@/lib/client/me';
import { leave, presenceQuery } from '@/lib/client/presence';
import { queryKeys } from '@/lib/client/query-keys';

/** Said again this often; whoever is silent for twice as long has left. */
const TELL_EVERY_MS = 20_000;

/** Says that I have this model open while the page is in sight, and who else has. */
export function usePresence(product: string): Person[] {
  const client = useQueryClient();
  const { data: me } = useQuery(meQuery());
  const { data } = useQuery(presenceQuery(product));
  useEffect(() => {
    const tell = () => {
      if (document.visibilityState === 'visible') void client.refetchQueries({ queryKey: queryKeys.presence(product) });
    };
    const away = () => leave(product);
    const timer = setInterval(tell, TELL_EVERY_MS);
    document.addEventListener('visibilitychange', tell);
    window.addEventListener('pagehide', away);
    return () => {
      clearInterval(timer);
      document.removeEventListener('visibilitychange', tell);
      window.removeEventListener('pagehide', away);
      away();
    };
  }, [client, product]);
  return (data?.people ?? []).filter((person) => person.key !== me?.person.key);
}
