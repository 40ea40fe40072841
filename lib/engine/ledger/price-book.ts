import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Estimate, Ledger, Money } from './ledger';

/** One GB is 10⁹ bytes and one TB 10¹², as price lists of storage and transfer count them. */
const BYTES_PER_GB = 1e9;
const BYTES_PER_TB = 1e12;

/** Prices as the workspace states them, and how many stored copies copying everything makes. */
export type PriceBook = { prices: Ledger['prices']; copies: number; estimates: Estimate[] };

/** A price nobody stated is null and named; the copies of copying everything are one then, which flatters nobody. */
export function priceBookOf({ prices }: WorkspaceSnapshot): PriceBook {
  const copies = prices?.copies ?? 1;
  const assumed: Estimate[] = prices?.copies === undefined ? [{ code: 'copies-not-stated', assumed: 1 }] : [];
  const storagePerGbMonth = prices?.storagePerGbMonth ?? null;
  const computePerTbScanned = prices?.computePerTbScanned ?? null;
  const egressPerGb = prices?.egressPerGb ?? null;
  const parts = [
    ['storage', storagePerGbMonth],
    ['compute', computePerTbScanned],
    ['egress', egressPerGb],
  ] as const;
  const missing = parts.flatMap(([price, value]): Estimate[] =>
    value === null ? [{ code: 'price-not-stated', price }] : [],
  );
  if (missing.length === parts.length) return { prices: null, copies, estimates: [{ code: 'no-prices' }, ...assumed] };
  return {
    prices: { storagePerGbMonth, computePerTbScanned, egressPerGb },
    copies,
    estimates: [...missing, ...assumed],
  };
}

/**
 * Money for one month and one full load. Storage: stored GB × price per GB and month. Compute: every stored copy is
 * written by reading its bytes once, so stored TB × price per TB scanned. Egress: GB taken out of the source once ×
 * price per GB. Linear in bytes, so that the money of a sum is the sum of the money. Null without any price.
 */
export function moneyFor(bytes: number, storedBytes: number, { prices }: PriceBook): Money | null {
  if (prices === null) return null;
  const { storagePerGbMonth, computePerTbScanned, egressPerGb } = prices;
  const storage = storagePerGbMonth === null ? null : (storedBytes / BYTES_PER_GB) * storagePerGbMonth;
  const compute = computePerTbScanned === null ? null : (storedBytes / BYTES_PER_TB) * computePerTbScanned;
  const egress = egressPerGb === null ? null : (bytes / BYTES_PER_GB) * egressPerGb;
  return { storage, compute, egress, total: (storage ?? 0) + (compute ?? 0) + (egress ?? 0) };
}
