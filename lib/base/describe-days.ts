import { groupDigits } from './group-digits';

/** "1 day", "1,095 days". */
export function describeDays(days: number): string {
  return days === 1 ? '1 day' : `${groupDigits(days)} days`;
}
