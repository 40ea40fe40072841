import { zoneDifferences } from '@/lib/base/time-zone';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';

/**
 * By how many minutes a clock in another zone is ahead of the workspace's, in which promises are made. Null where that
 * depends on the day, because the plan knows none.
 */
export function zoneShift({ workspace }: WorkspaceSnapshot, zone: string | null): number | null {
  if (zone === null || zone === workspace.timezone) return 0;
  const [shift, ...others] = zoneDifferences(workspace.timezone, zone);
  return shift === undefined || others.length > 0 ? null : shift;
}
