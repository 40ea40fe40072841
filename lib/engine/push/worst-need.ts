import type { RequirementValue } from '../plan';
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
  if (!row.needs) return judge(toEverybody(product, target), amountOf(row.value));
  let worst: Judgement | null = null;
  let isStrictest = false;
  for (const { value, offered } of row.needs) {
    const told = judge((offered ?? toEverybody)(product, target), amountOf(value));
    const isStrict = value === row.value;
    if (worst !== null && compareNeeds({ told, isStrict }, { told: worst, isStrict: isStrictest }) <= 0) continue;
    worst = told;
    isStrictest = isStrict;
  }
  return worst;
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
