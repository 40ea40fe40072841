import { fixedOffsetMinutes } from '@/lib/base/time-zone';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';

/**
 * By how many minutes a clock in another zone is ahead of the workspace's, in which promises are made. Null where either
 * changes its clocks, because then it depends on the day.
 */
export function zoneShift({ workspace }: WorkspaceSnapshot, zone: string | null): number | null {
  if (zone === null || zone === workspace.timezone) return 0;
  const [here, there] = [fixedOffsetMinutes(workspace.timezone), fixedOffsetMinutes(zone)];
  return here === null || there === null ? null : there - here;
}
