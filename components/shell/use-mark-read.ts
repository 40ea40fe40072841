import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { markRead } from '@/lib/client/events';
import { inboxQuery } from '@/lib/client/inbox';

/** A glance is shorter. */
const LOOK_MS = 1_500;

/** Remembers that I have looked, once what is on screen has been in sight for a moment. */
export function useMarkRead(lastEvent: number | undefined): void {
  const client = useQueryClient();
  useEffect(() => {
    if (lastEvent === undefined) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      markRead(lastEvent).then(
        () => client.setQueryData(inboxQuery().queryKey, (inbox) => inbox && { ...inbox, unread: 0 }),
        () => {}, // Not remembered this time: it is new once more, which is no harm.
      );
    };
    const timer = setTimeout(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [client, lastEvent]);
}
