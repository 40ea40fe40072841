import { describeDays } from '@/lib/base/describe-days';
import { describeShare } from '@/lib/base/describe-share';
import { describeMinutes } from '@/lib/base/duration';
import type { Promises } from '@/lib/catalog/snapshot';

export type PromiseFact = { key: keyof Promises; label: string; short: string; value: string };

/** What a product promises, in the order people ask for it. */
export function promiseFacts(promises: Promises): PromiseFact[] {
  const { freshnessMinutes, deadline, availability, completeness, historyDays } = promises;
  const facts: (PromiseFact | null)[] = [
    freshnessMinutes === undefined
      ? null
      : {
          key: 'freshnessMinutes',
          label: 'At most this old',
          short: 'Fresh',
          value: describeMinutes(freshnessMinutes),
        },
    deadline === undefined ? null : { key: 'deadline', label: 'In by', short: 'By', value: deadline },
    availability === undefined
      ? null
      : { key: 'availability', label: 'Available', short: 'Avail', value: describeShare(availability) },
    completeness === undefined
      ? null
      : { key: 'completeness', label: 'Complete', short: 'Complete', value: describeShare(completeness) },
    historyDays === undefined
      ? null
      : { key: 'historyDays', label: 'History', short: 'History', value: describeDays(historyDays) },
  ];
  return facts.filter((fact) => fact !== null);
}
