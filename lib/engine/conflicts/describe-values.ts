import type { HouseRule } from '@/lib/model/rule';
import type { Scalar } from '../push/validity-value';

/** What a rule lets values be, after "to be": "a", "one of a, b", "between 0 and 10"; empty where it names none. */
export function describeValues(
  said: { values?: Scalar[]; min?: Scalar | undefined; max?: Scalar | undefined } | HouseRule,
): string {
  if ('values' in said && said.values)
    return `${said.values.length === 1 ? '' : 'one of '}${said.values.map(String).join(', ')}`;
  const [min, max] = ['min' in said ? said.min : undefined, 'max' in said ? said.max : undefined];
  if (min !== undefined && max !== undefined) return `between ${min} and ${max}`;
  return min !== undefined ? `at least ${min}` : max !== undefined ? `at most ${max}` : '';
}
