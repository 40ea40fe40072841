import type { ExpectationRule } from '@/lib/model/rule';

/** Needs a person can add from a menu, with what they start from. */
export type NewNeed =
  | 'not-null'
  | 'unique'
  | 'in-set'
  | 'range'
  | 'complete'
  | 'freshness'
  | 'deadline'
  | 'availability'
  | 'history'
  | 'stream';

export const NEW_NEEDS: Record<NewNeed, { words: string; make: () => ExpectationRule }> = {
  'not-null': { words: 'Always filled in', make: () => ({ rule: 'not-null' }) },
  unique: { words: 'No two rows the same', make: () => ({ rule: 'unique' }) },
  'in-set': { words: 'One of a few values', make: () => ({ rule: 'in-set', values: ['…'] }) },
  range: { words: 'Between two numbers', make: () => ({ rule: 'range', min: 0 }) },
  complete: { words: 'Complete to a share', make: () => ({ rule: 'completeness', of: 'rows', min: 0.99 }) },
  freshness: { words: 'At most so old', make: () => ({ rule: 'freshness', maxMinutes: 1440 }) },
  deadline: { words: 'Ready by a time of day', make: () => ({ rule: 'deadline', at: '06:00' }) },
  availability: { words: 'Usable most of the time', make: () => ({ rule: 'availability', min: 0.99 }) },
  history: { words: 'Reaching back so far', make: () => ({ rule: 'history', days: 730 }) },
  stream: { words: 'Delivered as a stream', make: () => ({ rule: 'delivery', mode: 'stream' }) },
};
