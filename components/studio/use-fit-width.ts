import { useCallback, useState } from 'react';

/** Smaller than this nobody reads a card: the rest is scrolled to. */
const SCALE_MIN = 0.72;

/** How much smaller something this wide is drawn to be seen whole in its frame; never larger than it is. */
export function useFitWidth(
  width: number,
): [frame: (element: HTMLElement | null) => (() => void) | undefined, scale: number] {
  const [room, setRoom] = useState<number | null>(null);
  const frame = useCallback((element: HTMLElement | null) => {
    if (!element) return;
    setRoom(element.clientWidth);
    const observer = new ResizeObserver(() => setRoom(element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scale = room === null || width === 0 ? 1 : Math.min(1, Math.max(SCALE_MIN, room / width));
  return [frame, scale];
}
