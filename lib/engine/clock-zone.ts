/**
 * Minutes ahead of UTC of a zone whose clocks never change; null for every other, because what their time of day is
 * elsewhere depends on the day and the plan knows none. `Etc/GMT+3` lies three hours behind, as POSIX has it.
 */
export function fixedOffsetMinutes(zone: string): number | null {
  if (/^(?:UTC|GMT|Z|Etc\/(?:UTC|GMT|Universal|Zulu))$/i.test(zone)) return 0;
  const posix = /^Etc\/GMT([+-])(\d{1,2})$/i.exec(zone);
  if (posix) return (posix[1] === '+' ? -1 : 1) * Number(posix[2]) * 60;
  const offset = /^(?:UTC|GMT)?([+-])(\d{2}):?(\d{2})$/i.exec(zone);
  if (!offset) return null;
  return (offset[1] === '-' ? -1 : 1) * (Number(offset[2]) * 60 + Number(offset[3]));
}
