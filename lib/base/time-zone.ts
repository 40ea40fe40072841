/** No clock on Earth is further ahead. */
const HOURS_MAX = 14;

/** Minutes ahead of UTC of a zone that is said as an offset; null for a place. `Etc/GMT+3` lies three hours behind, as POSIX has it. */
export function fixedOffsetMinutes(zone: string): number | null {
  if (/^(?:UTC|GMT|Z|Etc\/(?:UTC|GMT|Universal|Zulu))$/i.test(zone)) return 0;
  const posix = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(zone);
  if (posix && Number(posix[2]) <= HOURS_MAX) return (posix[1] === '+' ? -1 : 1) * Number(posix[2]) * 60;
  const offset = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/i.exec(zone);
  if (!offset || Number(offset[2]) > HOURS_MAX || Number(offset[3]) > 59) return null;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}

/**
 * Every number of minutes a clock in one zone is ahead of one in another, the least first: one where both change their clocks
 * together or never, none where one of them is no zone. Read off fixed days, so it is the same whenever it is asked.
 */
export function zoneDifferences(here: string, there: string): readonly number[] {
  const [hereAt, thereAt] = [offsetsOf(here), offsetsOf(there)];
  return [...new Set(thereAt.map((offset, day) => offset - (hereAt[day] ?? Number.NaN)))]
    .filter((minutes) => !Number.isNaN(minutes))
    .sort((a, b) => a - b);
}

/** Every second noon of two years: zones that change their clocks some days apart are apart on at least one of them. */
const FIRST_NOON = Date.UTC(2026, 0, 1, 12);
const NOONS = Array.from({ length: 365 }, (_, at) => FIRST_NOON + at * 2 * 24 * 60 * 60 * 1000);

const known = new Map<string, readonly number[]>();

/** Minutes ahead of UTC at each of the noons; none for what is no zone. */
function offsetsOf(zone: string): readonly number[] {
  // However it is written, so that there are only as many as there are zones.
  const name = zone.toLowerCase();
  const before = known.get(name);
  if (before) return before;
  const fixed = fixedOffsetMinutes(zone);
  const offsets = fixed === null ? offsetsOfPlace(zone) : NOONS.map(() => fixed);
  if (offsets.length > 0) known.set(name, offsets);
  return offsets;
}

function offsetsOfPlace(zone: string): number[] {
  if (!isTimeZone(zone)) return [];
  const clock = new Intl.DateTimeFormat('en', { timeZone: zone, timeZoneName: 'longOffset' });
  return NOONS.map((noon) => {
    const said = clock.formatToParts(noon).find(({ type }) => type === 'timeZoneName');
    return fixedOffsetMinutes(said?.value ?? '') ?? Number.NaN;
  });
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
