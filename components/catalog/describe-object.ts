import { countOf } from '@/lib/base/count-of';
import { describeShare } from '@/lib/base/describe-share';
import { groupDigits } from '@/lib/base/group-digits';
import { nameFew } from '@/lib/base/name-few';
import type { RequirementKind } from '@/lib/engine/plan';

type Said = Readonly<Record<string, unknown>>;

/** What a value of several parts comes to, in a few words; null where only the sentence can say it. */
export function describeObject(kind: RequirementKind, rule: string | null, said: Said): string | null {
  switch (kind) {
    case 'volume':
      return typeof said.rows === 'number' ? countOf(said.rows, 'row') : describeRows(said);
    case 'reference':
      return typeof said.maxOrphans === 'number' ? describeOrphans(said.maxOrphans) : null;
    case 'validity':
      return rule?.startsWith('holds') ? describeHolds(said) : describeValid(rule, said);
    case 'uniqueness':
      return listOf(said.keys) && `one row per ${listOf(said.keys)}`;
    case 'delivery':
      return listOf(said.modes) ?? textOf(said.mode);
    case 'reconciliation':
      return typeof said.within === 'number' ? `within ${describeShare(said.within)}` : null;
    case 'stability':
      return typeof said.noticeDays === 'number' ? `${countOf(said.noticeDays, 'day')} ahead` : null;
    case 'privacy':
      return textOf(said.classification);
    default:
      return null;
  }
}

function describeRows({ min, max, per }: Said): string | null {
  const band = describeBounds({ min, max }, groupDigits);
  return band && `${band} rows${typeof per === 'string' ? ` per ${per}` : ''}`;
}

function describeOrphans(share: number): string {
  return share === 0 ? 'a match in every row' : `no match in ${describeShare(share)} of rows`;
}

/** Of a condition the least share of rows that keep it. */
function describeHolds({ min }: Said): string {
  return typeof min === 'number' && min < 1 ? `in ${describeShare(min)} of rows` : 'in every row';
}

function describeValid(rule: string | null, said: Said): string | null {
  if (typeof said.nulls === 'number')
    return said.nulls === 0 ? 'never empty' : `empty in ${countOf(said.nulls, 'row')}`;
  if (typeof said.distinct === 'number') return `${groupDigits(said.distinct)} different values`;
  if (rule?.startsWith('not-null')) return 'never empty';
  return listOf(said.values) ?? listOf(said.includes) ?? describeBounds(said, String);
}

function describeBounds({ min, max }: Said, print: (bound: number) => string): string | null {
  const [least, most] = [min, max].map((bound) => (typeof bound === 'number' ? print(bound) : textOf(bound)));
  if (least && most) return `${least} to ${most}`;
  if (least) return `at least ${least}`;
  return most ? `at most ${most}` : null;
}

function listOf(values: unknown): string | null {
  if (!Array.isArray(values) || values.length === 0) return null;
  return nameFew(values.map(String));
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}
