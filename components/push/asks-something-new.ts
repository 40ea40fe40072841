import type { Preview } from '@/lib/api/preview';

/** Whether an ask is more than what its people have been asked before: what only stands is not sent again. */
export function asksSomethingNew({ covered, lines }: Preview['asks'][number]): boolean {
  return !covered && lines.some(({ change }) => change === 'added' || change === 'tightened');
}
