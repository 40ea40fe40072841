'use client';

import { Panel } from '@xyflow/react';
import { useEffect, useState } from 'react';
import { Button } from '@/components/ui/button';
import type { Tidying } from './use-tidy';

/** A small model is done before anybody would read this. */
const PATIENCE_MS = 500;

/** How far a layout is, and the way out of it. */
export function TidyProgress({ cards, share, cancel }: Tidying) {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), PATIENCE_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!isLong) return null;
  return (
    <Panel position="bottom-center" className="!mb-16">
      <div className="flex items-center gap-3 rounded-lg bg-surface py-1.5 pr-1.5 pl-3 text-fg-2 text-sm shadow-pop">
        <span role="status">Laying out {cards} things…</span>
        <span className="text-fg-3 tabular-nums" aria-hidden="true">
          {Math.floor(share * 100)} %
        </span>
        <Button size="sm" onClick={cancel}>
          Cancel
        </Button>
      </div>
    </Panel>
  );
}
