import { canonicalDate, canonicalTimestamp } from '@/lib/sql/literals';
import type { TypeOf } from '@/lib/sql/print-engine';
import { andOf } from '@/lib/sql/rewrite';
import type { Comparison, ComparisonOperator, Expression, Literal } from '@/lib/sql/tree';
import { typeExpression } from '@/lib/sql/types';
import { compare } from './build';

/**
 * A moment cut down to its day, month or year keeps a bound if it lies before the end of the last unit that does:
 * `cast(at as date) <= d` is `at < d + 1 day`, never `at <= d` and never `at <= d 23:59:59`. A bound inside a unit is
 * moved to the unit's border; an equality with no such border can never hold and is left as it stands.
 */
export function spellDays({ operator, left, right }: Comparison, typeOf: TypeOf): Expression | null {
  const cut = cutOf(left, typeOf);
  const bound = cut && boundOf(right);
  if (!cut || !bound) return null;
  const floor = floorTo(cut.unit, bound);
  const next = addUnit(cut.unit, floor);
  const isAligned = floor === bound;
  const at = (moment: number, than: ComparisonOperator) => {
    const literal = writeMoment(moment, cut.of, typeOf);
    return literal && compare(cut.of, than, literal);
  };
  switch (operator) {
    case '>=':
      return at(isAligned ? floor : next, '>=');
    case '>':
      return at(next, '>=');
    case '<=':
      return at(next, '<');
    case '<':
      return at(isAligned ? floor : next, '<');
    case '=': {
      const [low, high] = [at(floor, '>='), at(next, '<')];
      return isAligned && low && high ? andOf([low, high]) : null;
    }
    default:
      return null;
  }
}

/** An equality with a moment inside a unit, which no moment cut down to its unit can be. */
export function isOffBorder({ operator, left, right }: Comparison, typeOf: TypeOf): boolean {
  const cut = operator === '=' ? cutOf(left, typeOf) : null;
  const bound = cut && boundOf(right);
  return cut !== null && bound !== null && floorTo(cut.unit, bound) !== bound;
}

type Unit = 'year' | 'quarter' | 'month' | 'week' | 'day' | 'hour' | 'minute' | 'second';
type Cut = { of: Expression; unit: Unit };

const UNITS: readonly Unit[] = ['year', 'quarter', 'month', 'week', 'day', 'hour', 'minute', 'second'];
const CLOCK: readonly Unit[] = ['hour', 'minute', 'second'];

function cutOf(tree: Expression, typeOf: TypeOf): Cut | null {
  if (tree.kind === 'cast' && tree.to === 'date' && typeExpression(tree.operand, typeOf).type === 'timestamp')
    return { of: tree.operand, unit: 'day' };
  if (tree.kind !== 'call' || tree.name !== 'date_trunc') return null;
  const [unitLiteral, of] = tree.arguments;
  const unit = UNITS.find((each) => unitLiteral?.kind === 'literal' && unitLiteral.value === each);
  if (!unit || !of) return null;
  const { type } = typeExpression(of, typeOf);
  const isDay = type === 'date' && !CLOCK.includes(unit);
  return type === 'timestamp' || isDay ? { of, unit } : null;
}

/** Milliseconds since 1970 without any zone; null for what is no moment, or is finer than a millisecond. */
function boundOf(tree: Expression): number | null {
  if (tree.kind !== 'literal' || typeof tree.value !== 'string') return null;
  if (tree.type !== 'date' && tree.type !== 'timestamp' && tree.type !== 'string') return null;
  const text = canonicalDate(tree.value) ?? (tree.type === 'string' ? null : canonicalTimestamp(tree.value));
  const parts = text && /^(\d{4}-\d\d-\d\d)(?: (\d\d:\d\d:\d\d(?:\.\d{1,3})?))?$/.exec(text);
  if (!parts) return null;
  const moment = Date.parse(`${parts[1]}T${parts[2] ?? '00:00:00'}Z`);
  return Number.isNaN(moment) || moment < FIRST ? null : moment;
}

const DAY = 86_400_000;
/** Two-digit years are read as others by the calendar used here. */
const FIRST = Date.UTC(1000, 0, 1);
const LENGTHS: Partial<Record<Unit, number>> = { day: DAY, hour: 3_600_000, minute: 60_000, second: 1000 };
const MONTHS: Partial<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };

/** Weeks begin on Mondays; the first day of 1970 was a Thursday. */
function floorTo(unit: Unit, moment: number): number {
  const length = LENGTHS[unit];
  if (length !== undefined) return Math.floor(moment / length) * length;
  if (unit === 'week') return Math.floor((moment + 3 * DAY) / (7 * DAY)) * 7 * DAY - 3 * DAY;
  const date = new Date(moment);
  const months = MONTHS[unit] ?? 1;
  return Date.UTC(date.getUTCFullYear(), Math.floor(date.getUTCMonth() / months) * months, 1);
}

function addUnit(unit: Unit, start: number): number {
  const length = LENGTHS[unit] ?? (unit === 'week' ? 7 * DAY : undefined);
  if (length !== undefined) return start + length;
  const date = new Date(start);
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() + (MONTHS[unit] ?? 1), 1);
}

/** Null outside the years a literal may name. */
function writeMoment(moment: number, beside: Expression, typeOf: TypeOf): Literal | null {
  const text = new Date(moment).toISOString();
  const date = canonicalDate(text.slice(0, 10));
  if (date === null || !/^\d{4}-/.test(text)) return null;
  if (typeExpression(beside, typeOf).type === 'date') return { kind: 'literal', type: 'date', value: date };
  const value = canonicalTimestamp(`${date} ${text.slice(11, 23)}`);
  return value === null ? null : { kind: 'literal', type: 'timestamp', value };
}
