import type { RequirementValue } from '../plan';
import type { Offered as OfferedToNeed } from './asked-row';
import { BADNESS } from './badness';
import type { Judgement, JudgeNeed, RowOfNumber } from './judge-need';
import type { Offered } from './judge-rows';

/**
 * Every need is held against what it reads itself; told is the one that is worst off, then the strictest, then the one with
 * least room. Null where nothing was asked.
 */
export function worstNeed(row: RowOfNumber, { toAll }: Pick<Offered, 'toAll'>, judge: JudgeNeed): Judgement | null {
  const { product, target, kind } = row;
  const toEverybody = toAll(kind);
  if (!row.needs) return judgeOfAll(toEverybody(product, target), row.value, judge);
  let worst: Judgement | null = null;
  let isStrictest = false;
  for (const { value, offered } of row.needs) {
    const told = offered
      ? judge(offered(product, target), amountOf(value))
      : judgeOfAll(toEverybody(product, target), value, judge);
    const isStrict = value === row.value;
    if (worst !== null && compareNeeds({ told, isStrict }, { told: worst, isStrict: isStrictest }) <= 0) continue;
    worst = told;
    isStrictest = isStrict;
  }
  return worst;
}

/** One need of everybody, by who is worst off; there is at least one. */
export function judgeOfAll(offered: readonly OfferedToNeed[], value: RequirementValue, judge: JudgeNeed): Judgement {
  const all = offered.map((one) => judge(one, amountOf(value)));
  return all.reduce((worst, told) =>
    compareNeeds({ told, isStrict: true }, { told: worst, isStrict: true }) > 0 ? told : worst,
  );
}

/** Minutes, a share or days; all there is, for `all`. */
export function amountOf(value: RequirementValue): number {
  return value === 'all' ? Number.POSITIVE_INFINITY : Number(value);
}

export type JudgedNeed = { told: Judgement; isStrict: boolean };

/** Positive where the first is worse off. */
export function compareNeeds(a: JudgedNeed, b: JudgedNeed): number {
  const room = ({ told: { slack } }: JudgedNeed) => slack ?? Number.NEGATIVE_INFINITY;
  return (
    BADNESS[a.told.verdict] - BADNESS[b.told.verdict] ||
    Number(a.isStrict) - Number(b.isStrict) ||
    Number(room(a) < room(b)) - Number(room(b) < room(a))
  );
}
