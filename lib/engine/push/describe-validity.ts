import { describeShare } from '@/lib/base/describe-share';
import { joinWords } from '@/lib/base/join-words';
import type { Requirement } from '../plan';
import type { ConditionFor } from './condition-for';
import { describeStrength } from './describe-strength';
import { splitGuards } from './split-guards';
import { readValidity, type ValidityValue } from './validity-value';

/** What a rule about values asks, and how the check stands to the need where it is not the very same. */
export function describeValidity(row: Requirement, subject: string, isPlain: boolean, say: ConditionFor): string {
  const value = readValidity(row.value);
  const said = describeRule(row.rule ?? '', value, subject, { isPlain, say });
  const when = value.when === undefined ? '' : ` when ${say(value.when)}`;
  return `${said}${when}${describeStrength(row, isPlain)}`;
}

function describeRule(
  rule: string,
  value: ValidityValue,
  subject: string,
  { isPlain, say }: { isPlain: boolean; say: ConditionFor },
): string {
  const { values, includes, min, max, regex, condition, check } = value;
  if (rule.startsWith('not-null')) return isPlain ? `${subject} is always filled in` : `${subject} is not null`;
  if (values)
    return values.length === 0
      ? `${subject} would have to keep two sets that share no value`
      : `${subject} is one of ${joinWords(values.map(String))}`;
  if (includes) {
    const named = joinWords(includes.map(String));
    return isPlain
      ? `${named} can be found in ${subject}`
      : `${subject} takes the value${includes.length === 1 ? '' : 's'} ${named}`;
  }
  if (regex !== undefined) return isPlain ? `${subject} is written like ${regex}` : `${subject} matches ${regex}`;
  if (condition !== undefined) {
    const share = typeof min === 'number' && min < 1 ? `at least ${describeShare(min)} of the` : 'all';
    const { rule: said, where } = splitGuards(condition);
    const rows = `${share} rows of ${subject}${where === null ? '' : ` where ${say(where)}`}`;
    return isPlain ? `“${say(said)}” is true for ${rows}` : `“${said}” holds in ${rows}`;
  }
  if (min !== undefined && max !== undefined) return `${subject} is between ${min} and ${max}`;
  if (min !== undefined) return `${subject} is at least ${min}`;
  return max === undefined ? `${subject} keeps ${check}` : `${subject} is at most ${max}`;
}
