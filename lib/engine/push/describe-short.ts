import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import { joinWords } from '@/lib/base/join-words';
import { firstFew } from '@/lib/base/name-few';
import type { Requirement, RequirementValue, ShortNeed } from '../plan';
import { describeHour } from './describe-hour';
import type { PlanNames } from './plan-names';

/**
 * Who is short and by how much, where that is not everybody who is named for the strictest need; null where it is. They
 * read something else of the product: one of them may be content with less and get less still.
 */
export function describeShort(row: Requirement, names: PlanNames): { words: string; consumers: string[] } | null {
  const { short = [], binding } = row;
  const [worst] = short;
  if (!worst) return null;
  const alike = short.filter((need) => isSame(need, worst));
  const isStrictest = worst.value === row.value && worst.dayOffset === row.dayOffset;
  if (isStrictest && binding.every((key) => alike.some(({ consumer }) => consumer === key))) return null;
  const { who, isOne } = describeWhose(row, alike, names);
  const size = worst.slack === null || worst.slack >= 0 ? null : describeGap(row.kind, -worst.slack);
  const needed = describeNumber(row, worst.value, worst.dayOffset);
  const offered = worst.supply === null ? 'nobody says what' : describeNumber(row, worst.supply, worst.supplyDayOffset);
  return {
    words: `${who} ${isOne ? 'is' : 'are'} short${size === null ? '' : ` by ${size}`}: needed ${needed}, offered ${offered}`,
    consumers: worst.policy === undefined ? alike.map(({ consumer }) => consumer) : [],
  };
}

function isSame(a: ShortNeed, b: ShortNeed): boolean {
  return (
    a.value === b.value &&
    a.dayOffset === b.dayOffset &&
    a.supply === b.supply &&
    a.supplyDayOffset === b.supplyDayOffset &&
    (a.policy === undefined) === (b.policy === undefined)
  );
}

/** A consumer that is named already is told by the need that is meant. */
function describeWhose({ binding }: Requirement, needs: readonly ShortNeed[], names: PlanNames) {
  const [first] = needs;
  if (first?.policy !== undefined) return { who: `the house rule “${first.policy}”`, isOne: true };
  const all = needs.map(({ consumer, expectation }) => {
    const isNamed = expectation !== undefined && binding.includes(consumer);
    return `${names.product(consumer)}${isNamed ? ` for “${names.said(consumer, expectation)}”` : ''}`;
  });
  const { told, more } = firstFew([...new Set(all)]);
  const who = more === 0 ? joinWords(told) : `${told.join(', ')} and ${more} more`;
  const isOne = told.length === 1;
  return { who: `${who}, which ${isOne ? 'reads' : 'read'} other parts of it,`, isOne };
}

function describeNumber({ kind, timezone }: Requirement, value: RequirementValue, dayOffset?: number): string {
  if (kind === 'deadline') return describeHour(String(value), dayOffset, timezone);
  return value === 'all' ? 'all there is' : describeSize(kind, Number(value));
}

function describeSize(kind: Requirement['kind'], size: number): string {
  if (kind === 'history') return describeDays(size);
  return kind === 'availability' || kind === 'completeness' ? describeShare(size) : describeMinutes(size);
}

function describeGap(kind: Requirement['kind'], size: number): string {
  if (kind !== 'availability' && kind !== 'completeness') return describeSize(kind, size);
  const points = Number((size * 100).toFixed(4));
  return points === 1 ? '1 point' : `${points} points`;
}
