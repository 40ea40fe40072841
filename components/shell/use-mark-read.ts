import { useEffect, useEffectEvent } from 'react';
import { markRead } from '@/lib/client/events';

/** A glance is shorter. */
const LOOK_MS = 1_500;

/** Remembers up to where I have looked at something, once it has been in sight for a moment. */
export function useMarkRead(thing: string | undefined, lastEvent: number | undefined, onMarked?: () => void): void {
  const marked = useEffectEvent(() => onMarked?.());
  useEffect(() => {
    if (lastEvent === undefined || thing === undefined) return;
    const look = () => {
      if (document.visibilityState !== 'visible') return;
      markRead(lastEvent, thing).then(
        () => marked(),
        () => {}, // Not remembered this time: it is new once more, which is no harm.
      );
    };
    const timer = setTimeout(look, LOOK_MS);
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [thing, lastEvent]);
}
