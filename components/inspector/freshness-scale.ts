/** The ages a slider stops at, in minutes: the steps grow with the age, as its meaning does. */
const STOPS = [1, 2, 5, 10, 15, 30, 45, 60, 120, 180, 240, 360, 480, 720, 1440, 2880, 4320, 10_080] as const;

export const LAST_STOP = STOPS.length - 1;

/** The age at a stop; beyond the ends it stays at them. */
export function minutesAtStop(stop: number): number {
  return STOPS.find((_, at) => at >= Math.min(LAST_STOP, Math.round(stop))) ?? STOPS[0];
}

/** The stop nearest to an age, by how many times one is the other. */
export function stopOfMinutes(minutes: number): number {
  const apart = (stop: number) => Math.abs(Math.log(Math.max(minutes, 0.5) / minutesAtStop(stop)));
  return STOPS.reduce((best, _, stop) => (apart(stop) < apart(best) ? stop : best), 0);
}
