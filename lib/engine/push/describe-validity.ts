import { describeShare } from '@/lib/base/describe-share';
import { joinWords } from '@/lib/base/join-words';
import type { Requirement } from '../plan';
import { readValidity, type ValidityValue } from './validity-value';

/** What a rule about values asks, and how the check stands to the need where it is not the very same. */
export function describeValidity(row: Requirement, subject: string, isPlain: boolean): string {
  const value = readValidity(row.value);
  const said = describeRule(row.rule ?? '', value, subject, isPlain);
  const when = value.when === undefined ? '' : ` when ${value.when}`;
  return `${said}${when}${describeStrength(row)}`;
}

function describeRule(rule: string, value: ValidityValue, subject: string, isPlain: boolean): string {
  const { values, includes, min, max, regex, condition, check } = value;
  if (rule.startsWith('not-null')) return isPlain ? `${subject} is always filled in` : `${subject} is not null`;
  if (values)
    return values.length === 0
      ? `${subject} would have to keep two sets that share no value`
      : `${subject} is one of ${joinWords(values.map(String))}`;
  if (includes) {
    const named = joinWords(includes.map(String));
    return isPlain ? `${named} can be found in ${subject}` : `${subject} takes the values ${named}`;
  }
  if (regex !== undefined) return isPlain ? `${subject} is written like ${regex}` : `${subject} matches ${regex}`;
  if (condition !== undefined) {
    const share = typeof min === 'number' && min < 1 ? `at least ${describeShare(min)} of the` : 'all';
    return isPlain
      ? `${condition} is true for ${share} rows of ${subject}`
      : `${condition} holds in ${share} rows of ${subject}`;
  }
  if (min !== undefined && max !== undefined) return `${subject} is between ${min} and ${max}`;
  if (min !== undefined) return `${subject} is at least ${min}`;
  return max === undefined ? `${subject} keeps ${check}` : `${subject} is at most ${max}`;
}

function describeStrength({ placement }: Requirement): string {
  switch (placement?.strength) {
    case 'sufficient':
      return ' (which is enough, and may alarm without need)';
    case 'necessary':
      return ' (an early warning)';
    default:
      return '';
  }
}
