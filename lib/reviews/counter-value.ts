import type { Requirement, RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { compareValues } from '@/lib/engine/push/compare-plans';

/** In what a counter-offer is made: the unit of what is asked, or a smaller set of the values asked for. */
export type CounterShape = 'minutes' | 'share' | 'days' | 'clock' | 'subset';
export type CounterProblem =
  | { code: 'hard' }
  | { code: 'not-negotiable'; kind: RequirementKind }
  | { code: 'wrong-value'; shape: CounterShape }
  | { code: 'not-looser' };
type Asked = Pick<Requirement, 'product' | 'target' | 'kind' | 'rule' | 'value' | 'hard' | 'dayOffset'>;

/**
 * What a counter to this requirement is made in; null where there is nothing between yes and no: a column is there or it
 * is not, and what must hold exactly cannot hold a little less.
 */
export function counterShape({ kind, value, hard }: Pick<Asked, 'kind' | 'value' | 'hard'>): CounterShape | null {
  if (hard) return null;
  switch (kind) {
    case 'freshness':
      return typeof value === 'number' ? 'minutes' : null;
    case 'availability':
    case 'completeness':
      return typeof value === 'number' ? 'share' : null;
    case 'history':
      return 'days';
    case 'deadline':
      return typeof value === 'string' ? 'clock' : null;
    case 'validity':
      return valuesOf(value) === null ? null : 'subset';
    default:
      return null;
  }
}

/**
 * What is wrong with a counter-offer; null when it can be made. It has to be less than what is asked: who can do more
 * simply accepts. With a day from which it holds, the very thing that is asked is an offer too.
 */
export function findCounterProblem(
  asked: Asked,
  offered: RequirementValue,
  date: string | null,
): CounterProblem | null {
  if (asked.hard) return { code: 'hard' };
  const shape = counterShape(asked);
  if (shape === null) return { code: 'not-negotiable', kind: asked.kind };
  if (!fits(shape, asked, offered)) return { code: 'wrong-value', shape };
  const isSame = shape === 'subset' ? isSameSet(asked.value, offered) : compare(asked, offered) === 'unchanged';
  if (isSame) return date === null ? { code: 'not-looser' } : null;
  return shape === 'subset' || compare(asked, offered) === 'relaxed' ? null : { code: 'not-looser' };
}

function compare(asked: Asked, offered: RequirementValue) {
  return compareValues({ ...asked, value: offered }, asked);
}

function fits(shape: CounterShape, asked: Asked, offered: RequirementValue): boolean {
  switch (shape) {
    case 'minutes':
      return typeof offered === 'number' && Number.isFinite(offered) && offered > 0;
    case 'share':
      return typeof offered === 'number' && offered > 0 && offered <= 1;
    case 'days':
      return typeof offered === 'number' && Number.isInteger(offered) && offered > 0;
    case 'clock':
      return typeof offered === 'string' && /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(offered);
    case 'subset': {
      const known = new Set(valuesOf(asked.value) ?? []);
      const some = valuesOf(offered);
      return some !== null && some.length > 0 && some.every((value) => known.has(value));
    }
  }
}

/** The values a set names, as text; null when it is no set. */
export function valuesOf(value: RequirementValue): string[] | null {
  if (typeof value !== 'object' || value === null || !Array.isArray(value.values)) return null;
  return value.values.map((one) => String(one));
}

function isSameSet(a: RequirementValue, b: RequirementValue): boolean {
  return new Set(valuesOf(a)).size === new Set(valuesOf(b)).size;
}
