import { compareText } from '@/lib/base/compare-text';
import type { Contract } from './snapshot';

/** How long before a breaking change the provider tells the reader. */
export type Notice = { reader: string; provider: string; days: number };

/** The longest notice two sides have agreed, over all ports, by reader and provider; proposals bind nobody. */
export function agreedNotices(contracts: readonly Contract[]): Notice[] {
  const found = new Map<string, Notice>();
  for (const { consumer: reader, product: provider, version, noticeDays: days } of contracts) {
    if (days === null || version.startsWith('0.')) continue;
    const key = `${reader} ${provider}`;
    if ((found.get(key)?.days ?? -1) < days) found.set(key, { reader, provider, days });
  }
  return [...found].sort(([a], [b]) => compareText(a, b)).map(([, notice]) => notice);
}
