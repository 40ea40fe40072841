'use client';

import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from 'react';
import type { StreamMessage } from '@/lib/api/live';
import { listenLive } from '@/lib/client/listen-live';
import { queryKeys } from '@/lib/client/query-keys';
import { staleAfter } from '@/lib/client/stale-after';

type Hear = (message: StreamMessage) => void;

/** What happens within this time is read anew together. */
const TOGETHER_MS = 400;
const Listeners = createContext<Set<Hear>>(new Set());

/** Listens to what happens for the whole page: answers an event makes stale are read anew, where somebody looks at them. */
export function LiveEvents({ children }: { children: ReactNode }) {
  const client = useQueryClient();
  const [listeners] = useState(() => new Set<Hear>());
  useEffect(() => {
    const stale = new Map<string, readonly unknown[]>();
    let timer: ReturnType<typeof setTimeout> | undefined;
    const refresh = () => {
      timer = undefined;
      for (const queryKey of stale.values()) void client.invalidateQueries({ queryKey });
      stale.clear();
    };
    const stop = listenLive((message) => {
      if (message.kind === 'event') {
        for (const key of staleAfter(message.event)) stale.set(JSON.stringify(key), key);
        if (stale.size > 0) timer ??= setTimeout(refresh, TOGETHER_MS);
      }
      if (message.kind === 'reload') {
        // The draft on screen is the editor's, which follows its own saves.
        void client.invalidateQueries({ predicate: ({ queryKey: [room] }) => room !== 'draft' });
      }
      if (message.kind === 'presence') {
        client.setQueryData(queryKeys.presence(message.presence.product), message.presence);
      }
      for (const hear of listeners) hear(message);
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [client, listeners]);
  return <Listeners value={listeners}>{children}</Listeners>;
}

/** Hears every message while mounted; the newest function is the one that hears. */
export function useLiveMessages(hear: Hear): void {
  const listeners = useContext(Listeners);
  const newest = useRef(hear);
  useEffect(() => {
    newest.current = hear;
  }, [hear]);
  useEffect(() => {
    const one: Hear = (message) => newest.current(message);
    listeners.add(one);
    return () => {
      listeners.delete(one);
    };
  }, [listeners]);
}
