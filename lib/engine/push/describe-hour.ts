/** An hour with what tells it apart from the same one elsewhere: "05:50", "23:35 UTC the day before". */
export function describeHour(at: string, dayOffset = 0, timezone?: string): string {
  const zone = timezone === undefined ? '' : ` ${timezone}`;
  if (dayOffset === 0) return `${at}${zone}`;
  const days = Math.abs(dayOffset) === 1 ? 'the day' : `${Math.abs(dayOffset)} days`;
  return `${at}${zone} ${days} ${dayOffset < 0 ? 'before' : 'after'}`;
}
