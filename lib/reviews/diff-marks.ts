import { compareText } from '@/lib/base/compare-text';
import { groupBy } from '@/lib/base/group-by';
import type { Cause } from '@/lib/engine/plan';

export const DIFF_CHANGES = ['added', 'tightened', 'relaxed', 'withdrawn'] as const;
type DiffChange = (typeof DIFF_CHANGES)[number];
/** How many requirements of a product change in one way, and through whom it is read for them; null where that is not known. */
export type DiffMark = { product: string; reader: string | null; change: DiffChange; count: number };

type Changed = { product: string; change: string; because: readonly Cause[] };

/** A difference of plans as a picture of the lineage shows it: per product and reader, in the order of plans. */
export function findDiffMarks(changes: readonly Changed[]): DiffMark[] {
  const marked = changes.flatMap(({ product, change, because }) => {
    const known = DIFF_CHANGES.find((one) => one === change);
    return known ? [{ product, reader: readerOf(product, because), change: known }] : [];
  });
  const groups = groupBy(marked, ({ product, reader, change }) => JSON.stringify([product, reader, change]));
  return [...groups.values()]
    .flatMap((group): DiffMark[] => (group[0] ? [{ ...group[0], count: group.length }] : []))
    .sort(
      (a, b) =>
        compareText(a.product, b.product) ||
        compareText(a.reader ?? '', b.reader ?? '') ||
        DIFF_CHANGES.indexOf(a.change) - DIFF_CHANGES.indexOf(b.change),
    );
}

/** The product before it on the way from the consumer. */
function readerOf(product: string, because: readonly Cause[]): string | null {
  const way = because[0]?.path.map((step) => step.split(':', 1)[0] ?? step) ?? [];
  return way.findLast((step) => step !== product) ?? null;
}
