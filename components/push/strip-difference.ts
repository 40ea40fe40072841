import type { Strip } from '@/lib/api/preview';

export type StripDifference = { words: string; before: string; after: string; isBetter: boolean };

/** What a change does to what is asked, number by number; only what changes, what matters most first. */
export function stripDifference(before: Strip, after: Strip): StripDifference[] {
  const counted = [
    { words: 'cannot be had', of: inTheWay },
    { words: 'nobody offers', of: ({ totals }: Strip) => totals.nobody },
    { words: 'need more', of: ({ totals }: Strip) => totals.needsMore },
    { words: 'covered', of: ({ totals }: Strip) => totals.covered, isMoreBetter: true },
    { words: 'of the bytes', of: ({ bytes }: Strip) => Math.round(bytes.share * 100), unit: ' %' },
  ];
  return counted.flatMap(({ words, of, isMoreBetter = false, unit = '' }) => {
    const [was, is] = [of(before), of(after)];
    return was === is
      ? []
      : [{ words, before: `${was}${unit}`, after: `${is}${unit}`, isBetter: isMoreBetter === is > was }];
  });
}

/** Places where something cannot be had as things are built, the age included. */
function inTheWay({ freshness, conflicts }: Strip): number {
  return freshness.conflicts.length + conflicts.filter(({ severity }) => severity === 'error').length;
}
