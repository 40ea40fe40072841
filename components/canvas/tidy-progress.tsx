'use client';

import { Panel } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Tidying } from './use-tidy';

/** A small model is done before anybody would read this. */
const PATIENCE_MS = 500;
const SECOND_MS = 1_000;

/** How long a layout has been going on, and the way out of it. The worker cannot tell how far it is. */
export function TidyProgress({ cards, cancel }: Tidying) {
  const [seconds, setSeconds] = useState<number | null>(null);
  useEffect(() => {
    const begin = performance.now();
    const tell = () => setSeconds(Math.round((performance.now() - begin) / SECOND_MS));
    const first = setTimeout(tell, PATIENCE_MS);
    const timer = setInterval(tell, SECOND_MS);
    return () => {
      clearTimeout(first);
      clearInterval(timer);
    };
  }, []);
  if (seconds === null) return null;
  return (
    <Panel position="bottom-center" className="!mb-16">
      <div className="flex items-center gap-3 rounded-lg bg-surface py-1.5 pr-1.5 pl-3 text-fg-2 text-sm shadow-pop">
        <span role="status">Laying out {cards} things…</span>
        <span className="text-fg-3 tabular-nums" aria-hidden="true">
          {seconds} s
        </span>
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </Panel>
  );
}
