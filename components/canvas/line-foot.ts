import type { Point } from './box';
import type { LineEndMark } from './line-ends';

export const RING_RADIUS = 3.2;

/** How the mark at an end of a line is drawn: strokes that go on from the line, and a ring that hides it. */
export type LineFoot = { readonly strokes: string; readonly ring: Point | null };
const NO_FOOT: LineFoot = { strokes: '', ring: null };

/**
 * The mark where a line ends, `next` being where it comes from. It is drawn out as part of the line and is no marker of
 * SVG: markers took more of the time to paint a canvas than everything else on it, and are not read everywhere.
 */
export function lineFoot(mark: LineEndMark, at: Point | undefined, next: Point | undefined): LineFoot {
  if (!at || !next) return NO_FOOT;
  const way = next.x >= at.x ? 1 : -1;
  const bar = (by: number) => `M${at.x + way * by} ${at.y - 4.5}v9`;
  const ring = (by: number): Point => ({ x: at.x + way * by, y: at.y });
  switch (mark) {
    case 'crow-one':
      return { strokes: bar(6.5) + bar(10.5), ring: null };
    case 'crow-zero-one':
      return { strokes: bar(6.5), ring: ring(13.5) };
    case 'crow-many':
      return { strokes: `M${at.x} ${at.y - 5.5}L${at.x + way * 11} ${at.y}L${at.x} ${at.y + 5.5}`, ring: ring(14.4) };
    case 'crow-unknown':
      return { strokes: '', ring: ring(6) };
  }
}
