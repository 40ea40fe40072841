import { describeShare } from '@/lib/base/describe-share';
import { groupDigits } from '@/lib/base/group-digits';
import type { ExpectationRule } from '@/lib/model/rule';
import { describeValues } from './describe-values';
import type { MostRows } from './most-rows';
import type { TracedColumn } from './trace-column';

/** What the counts of a table say against a rule. */
export type Contradiction = {
  numbers: Record<string, unknown>;
  /** What is needed, and what the statistics say: two halves of a sentence. */
  needs: string;
  is: string;
  /** The rule that what is there today would keep; null when there is none between. */
  kept: ExpectationRule | null;
  keptWords: string;
};

/** Of a field: empty values, repeated ones, more different values than a list has. */
export function contradictValues(rule: ExpectationRule, { table, column }: TracedColumn): Contradiction | null {
  const { rows } = table;
  const { nulls, distinct } = column;
  const share = 1 - nulls / rows;
  const empty = `${groupDigits(nulls)} of ${groupDigits(rows)} are empty`;
  switch (rule.rule) {
    case 'completeness': {
      if (rule.of !== 'values' || rule.when !== undefined || rule.weight !== undefined || share >= rule.min)
        return null;
      const kept = Math.floor(share * 10_000) / 10_000;
      return {
        numbers: { nulls, share, min: rule.min },
        needs: `filled in ${describeShare(rule.min)} of the rows`,
        is: empty,
        kept: { ...rule, min: kept },
        keptWords: `Be content with ${describeShare(kept)}, which is what there is.`,
      };
    }
    case 'not-null':
      if (rule.when !== undefined || nulls === 0) return null;
      return { numbers: { nulls, share }, needs: 'filled in always', is: empty, kept: null, keptWords: '' };
    case 'unique': {
      if ((rule.attributes ?? []).length > 1 || distinct === null || distinct >= rows - nulls) return null;
      const is = `${groupDigits(rows - nulls)} rows hold only ${groupDigits(distinct)} different values`;
      return { numbers: { nulls, distinct }, needs: 'different in every row', is, kept: null, keptWords: '' };
    }
    case 'in-set': {
      const values = new Set(rule.values).size;
      if (distinct === null || distinct <= values) return null;
      const is = `there are ${groupDigits(distinct)} different values`;
      return { numbers: { distinct, values }, needs: `to be ${describeValues(rule)}`, is, kept: null, keptWords: '' };
    }
    default:
      return null;
  }
}

/** More or fewer rows than the table holds, of what has its very rows. */
export function contradictRows(rule: ExpectationRule, { table: { rows } }: TracedColumn): Contradiction | null {
  if (rule.rule !== 'volume' || rule.per !== undefined) return null;
  const isFew = rule.min !== undefined && rows < rule.min;
  const isMany = rule.max !== undefined && rows > rule.max;
  if (!isFew && !isMany) return null;
  const { min = rows, max } = rule;
  return {
    numbers: { min: rule.min ?? null, max: max ?? null },
    needs: `to have ${isFew ? `at least ${groupDigits(min)}` : `at most ${groupDigits(max ?? rows)}`} rows`,
    is: `there are ${groupDigits(rows)}`,
    kept: { ...rule, ...(isFew ? { min: rows } : { max: rows }) },
    keptWords: `Be content with ${groupDigits(rows)} rows, which is what there is.`,
  };
}

/** More rows than there are to take them from. What is left of those nobody counted, so no lower number is offered. */
export function contradictLeast(rule: ExpectationRule, { table: { rows, name } }: MostRows): Contradiction | null {
  if (rule.rule !== 'volume' || rule.per !== undefined || rule.min === undefined || rows >= rule.min) return null;
  return {
    numbers: { min: rule.min, max: rule.max ?? null },
    needs: `to have at least ${groupDigits(rule.min)} rows`,
    is: `they are some of the ${groupDigits(rows)} that ${name} has`,
    kept: null,
    keptWords: '',
  };
}
