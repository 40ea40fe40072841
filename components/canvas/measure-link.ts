import type { Box } from './box';

/**
 * The faint line that says what a metric measures. A metric standing under its entity hangs from it like a branch from
 * a trunk, so that a stack of metrics reads as one list; anywhere else the line is a plain curve between near sides.
 */
const TRUNK_INSET = 16;
/** Where the columns of a stack begin; a branch to the second passes behind the first. */
const COLUMNS = [34, 300];
const hangsAt = (inset: number) => COLUMNS.some((column) => Math.abs(inset - column) < 20);

export function measureLink(entity: Box, metric: Box): string {
  const trunk = entity.x + TRUNK_INSET;
  const bottom = entity.y + entity.height;
  const middle = metric.y + metric.height / 2;
  if (metric.y >= bottom && hangsAt(metric.x - entity.x)) {
    const corner = Math.min(8, metric.x - trunk);
    return `M${trunk} ${bottom}V${middle - corner}Q${trunk} ${middle} ${trunk + corner} ${middle}H${metric.x}`;
  }
  return curve(entity, metric);
}

function curve(entity: Box, metric: Box): string {
  const isRight = metric.x + metric.width / 2 >= entity.x + entity.width / 2;
  const start = { x: isRight ? entity.x + entity.width : entity.x, y: entity.y + Math.min(21, entity.height / 2) };
  const end = { x: isRight ? metric.x : metric.x + metric.width, y: metric.y + metric.height / 2 };
  const isBeside = isRight ? end.x > start.x : end.x < start.x;
  if (!isBeside) {
    const from = { x: entity.x + entity.width / 2, y: metric.y > entity.y ? entity.y + entity.height : entity.y };
    const to = { x: metric.x + metric.width / 2, y: metric.y > entity.y ? metric.y : metric.y + metric.height };
    const bend = (to.y - from.y) / 2;
    return `M${from.x} ${from.y}C${from.x} ${from.y + bend} ${to.x} ${to.y - bend} ${to.x} ${to.y}`;
  }
  const bend = (end.x - start.x) / 2;
  return `M${start.x} ${start.y}C${start.x + bend} ${start.y} ${end.x - bend} ${end.y} ${end.x} ${end.y}`;
}
