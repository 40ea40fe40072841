import { countOf } from '@/lib/base/count-of';
import type { Vocabulary } from '@/lib/model/vocabulary';
import type { Estimate } from './ledger';

/** Why a figure is an estimate, as a sentence. `nameOf` says what the reader calls a table. */
export function describeEstimate(
  estimate: Estimate,
  vocabulary: Vocabulary,
  nameOf: (table: { source: string; table: string }) => string,
): string {
  const noun = vocabulary === 'plain' ? 'field' : 'column';
  switch (estimate.code) {
    case 'even-shares':
      return `${nameOf(estimate)}: nobody measured ${countOf(estimate.columns, noun)}; each counts as an even share of what is left.`;
    case 'unattributed-bytes':
      return estimate.bytes > 0
        ? `${nameOf(estimate)}: ${estimate.bytes} bytes belong to no ${noun} and count as left out.`
        : `${nameOf(estimate)}: its ${noun}s are said to weigh ${-estimate.bytes} bytes more than all of it.`;
    case 'copies-weigh-their-columns':
      return `A stored copy counts what its ${noun} weighs in the source; joined or grouped it may weigh more or less.`;
    case 'no-prices':
      return 'No prices are stated, so nothing is said about money.';
    case 'price-not-stated':
      return `No price is stated for ${PRICED[estimate.price]}, so it is not in the money.`;
    case 'copies-not-stated':
      return 'How often everything would be copied is not stated; one copy is counted.';
  }
}

const PRICED = { storage: 'storage', compute: 'computing', egress: 'taking data out of its source' } as const;
