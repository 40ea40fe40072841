import type { ExpectationRule } from '@/lib/model/rule';

/** Needs a person can add from a menu, in plain words, with what they start from. */
export type NewNeed =
  | 'not-null'
  | 'unique'
  | 'in-set'
  | 'range'
  | 'pattern'
  | 'holds'
  | 'complete'
  | 'filled'
  | 'reference'
  | 'volume'
  | 'reconcile'
  | 'freshness'
  | 'deadline'
  | 'availability'
  | 'history'
  | 'delivery';

type Start = {
  words: string;
  rule: ExpectationRule['rule'];
  /** Null where it cannot be begun: two metrics must be there before they can agree. */
  make: (metricIds: readonly string[]) => ExpectationRule | null;
};

export const NEW_NEEDS: Record<NewNeed, Start> = {
  'not-null': { words: 'Always filled in', rule: 'not-null', make: () => ({ rule: 'not-null' }) },
  unique: { words: 'No two rows the same', rule: 'unique', make: () => ({ rule: 'unique' }) },
  'in-set': { words: 'One of a few values', rule: 'in-set', make: () => ({ rule: 'in-set', values: ['…'] }) },
  range: { words: 'Between two numbers', rule: 'range', make: () => ({ rule: 'range', min: 0 }) },
  pattern: { words: 'Written in a certain way', rule: 'pattern', make: () => ({ rule: 'pattern', regex: '^.+$' }) },
  holds: { words: 'Something is true of every row', rule: 'holds', make: () => ({ rule: 'holds', condition: '' }) },
  complete: {
    words: 'Enough of the rows are there',
    rule: 'completeness',
    make: () => ({ rule: 'completeness', of: 'rows', min: 0.99 }),
  },
  filled: {
    words: 'Filled in for enough rows',
    rule: 'completeness',
    make: () => ({ rule: 'completeness', of: 'values', min: 0.99 }),
  },
  reference: { words: 'Every row finds its counterpart', rule: 'reference', make: () => ({ rule: 'reference' }) },
  volume: { words: 'So many rows', rule: 'volume', make: () => ({ rule: 'volume', min: 1 }) },
  reconcile: {
    words: 'Two metrics agree',
    rule: 'reconcile',
    make: ([left, right]) =>
      left === undefined || right === undefined ? null : { rule: 'reconcile', left, right, within: 0.01 },
  },
  freshness: { words: 'At most so old', rule: 'freshness', make: () => ({ rule: 'freshness', maxMinutes: 1440 }) },
  deadline: { words: 'Ready by a time of day', rule: 'deadline', make: () => ({ rule: 'deadline', at: '06:00' }) },
  availability: {
    words: 'Usable most of the time',
    rule: 'availability',
    make: () => ({ rule: 'availability', min: 0.99 }),
  },
  history: { words: 'Reaching back so far', rule: 'history', make: () => ({ rule: 'history', days: 730 }) },
  delivery: {
    words: 'Delivered in a certain way',
    rule: 'delivery',
    make: () => ({ rule: 'delivery', mode: 'stream' }),
  },
};
