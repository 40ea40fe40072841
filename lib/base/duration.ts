/**
 * Minutes are the one unit of time in the model; words are made here, at the edge. Hours count up to two days because
 * people say "24 h" and "36 h", and from two days on the days come first. What is described can be parsed back.
 */
const HOUR = 60;
const DAY = 24 * HOUR;

/** Minutes in words: `40 min`, `10 h 50`, `24 h`, `2 days`, `3 days 4 h`, `−4 h 40`. Fractions are rounded to a minute. */
export function describeMinutes(minutes: number): string {
  const whole = Math.round(Math.abs(minutes));
  if (!Number.isFinite(whole)) throw new RangeError(`not a duration: ${minutes}`);
  return minutes < 0 && whole > 0 ? `−${describeWhole(whole)}` : describeWhole(whole);
}

function describeWhole(minutes: number): string {
  if (minutes < HOUR) return `${minutes} min`;
  if (minutes < 2 * DAY) return describeHours(minutes);
  const days = Math.floor(minutes / DAY);
  const rest = minutes % DAY;
  if (rest === 0) return `${days} days`;
  return `${days} days ${rest < HOUR ? `${rest} min` : describeHours(rest)}`;
}

function describeHours(minutes: number): string {
  const rest = minutes % HOUR;
  const hours = `${Math.floor(minutes / HOUR)} h`;
  return rest === 0 ? hours : `${hours} ${String(rest).padStart(2, '0')}`;
}

const UNITS: ReadonlyMap<string, number> = new Map(
  Object.entries({
    m: 1,
    min: 1,
    mins: 1,
    minute: 1,
    minutes: 1,
    h: HOUR,
    hour: HOUR,
    hours: HOUR,
    d: DAY,
    day: DAY,
    days: DAY,
    w: 7 * DAY,
    week: 7 * DAY,
    weeks: 7 * DAY,
  }),
);

/**
 * Reads what `describeMinutes` writes, and what people type: `2h30`, `1.5 h`, `1 day 6 h`, `90` (minutes).
 * Null when it is not a duration; never a guess.
 */
export function parseMinutes(text: string): number | null {
  const trimmed = text.trim().toLowerCase();
  const negative = /^[-−]/.test(trimmed);
  const parts = readParts(negative ? trimmed.slice(1).trimStart() : trimmed);
  if (parts === null) return null;
  const minutes = parts.reduce((sum, part) => sum + part, 0);
  return negative && minutes !== 0 ? -minutes : minutes;
}

/** Units must shrink from left to right; a bare number is minutes, alone or right after the hours. */
function readParts(text: string): number[] | null {
  const parts: number[] = [];
  let rest = text;
  let unitBefore = Number.POSITIVE_INFINITY;
  while (rest !== '') {
    const match = /^(\d+(?:\.\d+)?)\s*([a-z]*)\s*/.exec(rest);
    if (!match) return null;
    const [whole, amount = '', word = ''] = match;
    const unit = word === '' ? bareUnit(unitBefore) : (UNITS.get(word) ?? null);
    if (unit === null || unit >= unitBefore) return null;
    parts.push(Number(amount) * unit);
    unitBefore = unit;
    rest = rest.slice(whole.length);
  }
  return parts.length === 0 ? null : parts;
}

function bareUnit(unitBefore: number): number | null {
  return unitBefore === Number.POSITIVE_INFINITY || unitBefore === HOUR ? 1 : null;
}
