'use client';

import { type ReactNode, useEffect, useRef, useState } from 'react';

const ROW_HEIGHT = 28;
const NEAR = '600px';

type Props = { rows: number; isShownAtOnce: boolean; children: ReactNode };

/** Some rows of a long list: they keep their room, and are there only while they are near the sight. */
export function OutlineChunk({ rows, isShownAtOnce, children }: Props) {
  const room = useRef<HTMLDivElement>(null);
  const [isNear, setNear] = useState(false);
  useEffect(() => {
    if (isShownAtOnce || !room.current) return;
    const watch = new IntersectionObserver(([entry]) => setNear(entry?.isIntersecting ?? false), { rootMargin: NEAR });
    watch.observe(room.current);
    return () => watch.disconnect();
  }, [isShownAtOnce]);
  return (
    <div ref={room} style={{ height: rows * ROW_HEIGHT }}>
      {(isShownAtOnce || isNear) && children}
    </div>
  );
}
