'use client';

import { useEffect, useState } from 'react';

const TICK_MS = 1000;
/** What is done before is not worth counting. */
const COUNTED_FROM_S = 3;

/** Long work of which nobody knows how far it is: what is being done, and for how long already. */
export function UnderWay({ words }: { words: string }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const clock = setInterval(() => setSeconds((before) => before + 1), TICK_MS);
    return () => clearInterval(clock);
  }, []);
  return (
    <div className="rounded-md border bg-surface-2 px-3 py-2.5">
      <p className="flex justify-between gap-3 text-fg-2 text-sm">
        <span role="status">{words}</span>
        {seconds >= COUNTED_FROM_S && (
          <span aria-hidden="true" className="tabular-nums">
            {seconds} s
          </span>
        )}
      </p>
      <div aria-hidden="true" className="mt-2 h-1 overflow-hidden rounded-full bg-active">
        <div className="h-full w-1/3 animate-under-way rounded-full bg-accent motion-reduce:w-full motion-reduce:animate-pulse" />
      </div>
    </div>
  );
}
