import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { ReadStore } from './store';

type Numbers = ReadonlyMap<string, number | null>;
const kept = new WeakMap<WorkspaceSnapshot, Numbers>();

/** The number of each product's published version; kept with the snapshot, which is another one when any is published. */
export async function publishedNumbers(store: ReadStore, snapshot: WorkspaceSnapshot): Promise<Numbers> {
  const known = kept.get(snapshot);
  if (known) return known;
  const numbers = new Map((await store.products()).map(({ key, published }) => [key, published?.number ?? null]));
  kept.set(snapshot, numbers);
  return numbers;
}
