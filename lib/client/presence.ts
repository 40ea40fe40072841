import { queryOptions } from '@tanstack/react-query';
import type { Presence } from '@/lib/api/live';
import { API_ROOT, routes } from '@/lib/api/routes';
import { queryKeys } from './query-keys';
import { request } from './request';

/** Who has a model open: asking says that I have. The stream brings the changes in between. */
export function presenceQuery(product: string) {
  return queryOptions<Presence>({
    queryKey: queryKeys.presence(product),
    queryFn: ({ signal }) => request(routes.tellPresence, { params: { key: product }, body: { isHere: true }, signal }),
    staleTime: 0,
    refetchOnWindowFocus: false,
    gcTime: 0,
    retry: false,
  });
}

/** Says that I have closed it, also when the page goes away with it. */
export function leave(product: string): void {
  void fetch(`${API_ROOT}/products/${encodeURIComponent(product)}/presence`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    credentials: 'same-origin',
    keepalive: true,
    body: JSON.stringify({ isHere: false }),
  }).catch(() => {});
}
