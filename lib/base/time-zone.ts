/** No clock on Earth is further ahead. */
const HOURS_MAX = 14;

/**
 * Minutes ahead of UTC of a zone whose clocks never change; null for every other, because what their time of day is
 * elsewhere depends on the day and the plan knows none. `Etc/GMT+3` lies three hours behind, as POSIX has it.
 */
export function fixedOffsetMinutes(zone: string): number | null {
  if (/^(?:UTC|GMT|Z|Etc\/(?:UTC|GMT|Universal|Zulu))$/i.test(zone)) return 0;
  const posix = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(zone);
  if (posix && Number(posix[2]) <= HOURS_MAX) return (posix[1] === '+' ? -1 : 1) * Number(posix[2]) * 60;
  const offset = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/i.exec(zone);
  if (!offset || Number(offset[2]) > HOURS_MAX || Number(offset[3]) > 59) return null;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}

/** What a time zone may be, for whoever has to be told. */
export const TIME_ZONES_IN_WORDS =
  'a time zone: UTC, an offset like +02:00, or a place like Europe/Berlin or America/Sao_Paulo';

/** A zone that exists: one of a fixed offset, or a place of the time zone database, in any case. */
export function isTimeZone(zone: string): boolean {
  if (fixedOffsetMinutes(zone) !== null) return true;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}

/** The places one can name, for finding the one that was meant. */
export function knownTimeZones(): readonly string[] {
  return Intl.supportedValuesOf('timeZone');
}
