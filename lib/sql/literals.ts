/**
 * One spelling for each value, checked here so that every engine accepts it: a literal no calendar knows is a problem
 * of the text, not a surprise of the database. All of these answer null for what is no such value.
 */

const DIGITS_MAX = 38;
const EXPONENT_MAX = 30;

/** Plain decimal digits without exponent: `1e3` is `1000.0` (a decimal, as in every engine), `.5` is `0.5`. */
export function canonicalNumber(text: string): string | null {
  const match = /^(?=\.?\d)(\d*)(\.\d*)?(?:[eE]([+-]?\d{1,4}))?$/.exec(text);
  if (!match) return null;

  const [, whole = '', point, exponent] = match;
  if (exponent === undefined && point === undefined) return checkDigits(trimZeros(whole));

  const shift = Number(exponent ?? 0);
  if (Math.abs(shift) > EXPONENT_MAX) return null;
  const fraction = (point ?? '.').slice(1);
  const digits = whole + fraction;
  const split = whole.length + shift;
  const left = split > 0 ? digits.slice(0, split).padEnd(split, '0') : '0';
  const right = split < 0 ? '0'.repeat(-split) + digits : digits.slice(split);
  return checkDigits(`${trimZeros(left)}.${right === '' ? '0' : right}`);
}

function trimZeros(digits: string): string {
  return digits.replace(/^0+(?=\d)/, '');
}

function checkDigits(text: string): string | null {
  const digits = text.replace('.', '').length;
  return digits > 0 && digits <= DIGITS_MAX ? text : null;
}

/** `2024-02-29`, a day that exists between the years 1 and 9999. */
export function canonicalDate(text: string): string | null {
  const written = text.trim();
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written)) return null;
  const year = Number(written.slice(0, 4));
  const month = Number(written.slice(5, 7));
  const day = Number(written.slice(8));
  if (year < 1 || month < 1 || month > 12 || day < 1) return null;
  return day <= daysInMonth(year, month) ? written : null;
}

function daysInMonth(year: number, month: number): number {
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2) return isLeap ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** `06:30:00`, to the microsecond, without a time zone. */
export function canonicalTime(text: string): string | null {
  const match = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,6}))?)?$/.exec(text.trim());
  if (!match) return null;
  const [, hour, minute, second = '00', fraction = ''] = match;
  const kept = fraction.replace(/0+$/, '');
  return `${hour}:${minute}:${second}${kept === '' ? '' : `.${kept}`}`;
}

/** `2024-02-29 06:30:00`; a `T` between and a missing time are accepted, a time zone is not. */
export function canonicalTimestamp(text: string): string | null {
  const [day = '', clock = '00:00', ...rest] = text.trim().split(/[ T]/);
  const date = canonicalDate(day);
  const time = canonicalTime(clock);
  return date && time && rest.length === 0 ? `${date} ${time}` : null;
}

const INTERVAL = /^([+-]?\d{1,6})\s*(second|minute|hour|day|week|month|year)s?$/i;

/** `3 days`: one whole amount of one unit, because engines disagree on how mixed units are carried. */
export function canonicalInterval(text: string): string | null {
  const match = INTERVAL.exec(text.trim());
  if (!match) return null;
  const amount = Number(match[1]);
  const unit = match[2]?.toLowerCase();
  return `${amount} ${unit}${amount === 1 ? '' : 's'}`;
}
