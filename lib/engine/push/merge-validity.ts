import type { AttributeType } from '@/lib/model/records';
import { parseExpression } from '@/lib/sql/parse';
import { printExpression } from '@/lib/sql/print';
import { guarded } from '../placement/build';
import type { Placement, RequirementValue } from '../plan';
import { sortedOnce } from './validity-shape';
import { conditionOf, readValidity, type Scalar, someRowHas, type ValidityValue } from './validity-value';

/**
 * What keeps both rules: the values in both sets, the tighter bounds, every value that somebody filters by, the larger
 * share; and it blocks as soon as it must block for one. The check is written anew from what is left.
 */
export function mergeValidity(a: RequirementValue, b: RequirementValue, target: string | null): RequirementValue {
  const [one, other] = [readValidity(a), readValidity(b)];
  const merged: ValidityValue = {
    ...one,
    enforcement: one.enforcement === 'audit' ? 'audit' : other.enforcement,
  };
  if (one.values && other.values) merged.values = one.values.filter((value) => other.values?.includes(value));
  if (one.includes && other.includes) merged.includes = sortedOnce([...one.includes, ...other.includes]);
  const [min, max] = [larger(one.min, other.min), smaller(one.max, other.max)];
  if (min !== undefined) merged.min = min;
  if (max !== undefined) merged.max = max;
  return { ...merged, check: checkOf(merged, target) };
}

/** Two rules that no value can keep both. */
export function isContradiction(value: RequirementValue): boolean {
  const { values, min, max, condition } = readValidity(value);
  if (values) return values.length === 0;
  return condition === undefined && min !== undefined && max !== undefined && isLess(max, min);
}

/** Exact if every rule behind the row is; an early warning only if none is more. */
export function mergePlacements(placements: readonly Placement[]): Placement | undefined {
  const [first] = placements;
  if (!first) return undefined;
  if (placements.every(({ strength }) => strength === first.strength)) return first;
  const binding = placements.filter(({ strength }) => strength !== 'necessary');
  return binding.find(({ strength }) => strength === 'sufficient') ?? binding[0] ?? first;
}

export function isLess(a: Scalar, b: Scalar): boolean {
  return typeof a === 'number' && typeof b === 'number' ? a < b : String(a) < String(b);
}

function larger(a: Scalar | undefined, b: Scalar | undefined): Scalar | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return isLess(a, b) ? b : a;
}

function smaller(a: Scalar | undefined, b: Scalar | undefined): Scalar | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return isLess(a, b) ? a : b;
}

function checkOf(value: ValidityValue, target: string | null): string {
  const [entity = '', attribute] = target?.split('.', 2) ?? [];
  const isMade =
    value.values || value.includes || ((value.min ?? value.max) !== undefined && value.condition === undefined);
  if (!isMade || attribute === undefined) return value.check;
  const when = value.when === undefined ? null : parseExpression(value.when);
  const condition = conditionOf(attribute, value, typeIn(value.check));
  if (value.includes) return someRowHas(entity, condition);
  return printExpression(guarded(when?.ok ? [when.value] : [], condition));
}

/** The type its values were written as, read back from the check they were written in. */
function typeIn(check: string): AttributeType | undefined {
  return (['timestamp', 'date', 'time'] as const).find((type) => check.includes(`${type} '`));
}
