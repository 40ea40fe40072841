import { compareText } from '@/lib/base/compare-text';
import { toClock } from '../clock-time';
import type { Lineage } from '../lineage/lineage';
import type { ShortNeed } from '../plan';
import { causesOf } from './asked-row';
import { judgeNeed, type RowOfNumber } from './judge-need';
import type { Offered } from './judge-rows';
import { amountOf, compareNeeds, judgeOfAll } from './worst-need';

/** The needs behind a requirement that are not met, each held against what it reads itself; the worst off first, of equals by name. */
export function findShort(lineage: Lineage, offered: Offered, row: RowOfNumber): readonly ShortNeed[] {
  const judge = judgeNeed(lineage, offered, row);
  const toEverybody = offered.toAll(row.kind);
  const short = (row.needs ?? []).flatMap((need) => {
    const told = need.offered
      ? judge(need.offered(row.product, row.target), amountOf(need.value))
      : judgeOfAll(toEverybody(row.product, row.target), need.value, judge);
    return told.verdict === 'met' ? [] : [{ need, told, isStrict: need.value === row.value }];
  });
  return short
    .sort((a, b) => compareNeeds(b, a) || compareText(whose(a.need), whose(b.need)))
    .flatMap(({ need, told }): ShortNeed[] => {
      const [cause] = causesOf(need.because);
      if (!cause) return [];
      const { consumer, metric, expectation, policy } = cause;
      const clock = row.kind === 'deadline' ? toClock(Number(need.value)) : null;
      return [
        {
          consumer,
          metric,
          ...(expectation === undefined ? {} : { expectation }),
          ...(policy === undefined ? {} : { policy }),
          value: clock ? clock.at : need.value,
          ...(clock ? { dayOffset: clock.dayOffset } : {}),
          ...told,
        },
      ];
    });
}

function whose({ because }: NonNullable<RowOfNumber['needs']>[number]): string {
  const [cause] = causesOf(because);
  return JSON.stringify([cause?.consumer, cause?.metric, cause?.expectation, cause?.policy]);
}
