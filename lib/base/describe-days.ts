import { countOf } from './count-of';

/** "1 day", "1,095 days". */
export function describeDays(days: number): string {
  return countOf(days, 'day');
}
