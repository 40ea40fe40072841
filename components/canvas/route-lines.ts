import type { Box } from './box';
import { BoxGrid } from './box-grid';
import { intoLanes } from './line-lanes';
import { type LineEnd, type RoutedLine, routeLine } from './route-line';

export type LineToRoute = { readonly id: string; readonly from: LineEnd; readonly to: LineEnd };

/**
 * Routes many lines at once: each by itself, then those that would lie on each other side by side. The order in which
 * they are given does not matter, so that the same model always gives the same picture.
 */
export function routeLines(lines: readonly LineToRoute[], boxes: readonly Box[]): Map<string, RoutedLine> {
  const grid = new BoxGrid(boxes);
  return intoLanes(lines.map(({ id, from, to }) => [id, routeLine(from, to, grid)]));
}
