import type { Point } from './lane-layout';

type Way = {
  source: Point;
  target: Point /** Left ends of the gaps it passes. */;
  passes: readonly Point[];
  passWidth: number;
};

const LABEL_IN = 40;

/** A smooth line that enters and leaves every gap level. Its label sits in its own gap if it has one, else on its bend. */
export function edgePath({ source, target, passes, passWidth }: Way): { path: string; label: Point } {
  let path = `M${source.x},${source.y}`;
  let at = source;
  for (const pass of passes) {
    path += bend(at, pass);
    at = { x: pass.x + passWidth, y: pass.y };
    path += ` L${at.x},${at.y}`;
  }
  path += bend(at, target);
  const [first] = passes;
  const label = first
    ? { x: first.x + LABEL_IN, y: first.y }
    : { x: (source.x + target.x) / 2, y: (source.y + target.y) / 2 };
  return { path, label };
}

function bend(from: Point, to: Point): string {
  const reach = Math.max(24, Math.abs(to.x - from.x) / 2);
  return ` C${from.x + reach},${from.y} ${to.x - reach},${to.y} ${to.x},${to.y}`;
}
