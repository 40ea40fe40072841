'use client';

import { useQueryClient } from '@tanstack/react-query';
import { CheckCheck } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { markRead } from '@/lib/client/events';
import { queryKeys } from '@/lib/client/query-keys';

/** Says of everything at once that it has been seen. */
export function MarkAllRead({ unread, lastEvent }: { unread: number; lastEvent: number }) {
  const client = useQueryClient();
  const mark = () =>
    markRead(lastEvent).then(
      () => client.invalidateQueries({ queryKey: queryKeys.inbox }),
      () => {}, // Not remembered this time: it stays new, which is no harm.
    );
  return (
    <Button size="sm" variant="ghost" icon={CheckCheck} onClick={() => void mark()}>
      Mark {unread} as read
    </Button>
  );
}
