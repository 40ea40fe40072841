const DAY = 24 * 60;

/** Minutes after midnight of a time of day, HH:MM. */
export function minutesOfClock(at: string): number {
  return Number(at.slice(0, 2)) * 60 + Number(at.slice(3, 5));
}

/** The time of day and how many days it lies from the day that was meant; −10 minutes is 23:50 the day before. */
export function toClock(minutes: number): { at: string; dayOffset: number } {
  const dayOffset = Math.floor(minutes / DAY);
  const rest = Math.round(minutes - dayOffset * DAY);
  const two = (n: number) => String(n).padStart(2, '0');
  return { at: `${two(Math.floor(rest / 60))}:${two(rest % 60)}`, dayOffset };
}
