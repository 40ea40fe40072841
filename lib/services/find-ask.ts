import { ok, type Result, refuse } from '@/lib/base/result';
import { entityOfTarget, readAskKey } from '@/lib/reviews/ask-key';
import { isLive } from '@/lib/reviews/state-machine';
import type { Refusal } from './refusal';
import type { ReadStore, RequirementHead, StoredRequirement } from './store';

export type FoundAsk = {
  consumer: string;
  product: string;
  entity: string | null;
  rows: StoredRequirement[];
  /** Everything this consumer asks of the product: how fresh the whole must be belongs into the title of each part. */
  siblings: StoredRequirement[];
  /** Rises with every change of any of its rows. */
  version: number;
  /** Whoever sent what of it is asked now, or asked for it again, each once. */
  askedByIds: string[];
};

/** The requirements that make one ask. */
export async function findAsk(store: ReadStore, key: string): Promise<Result<FoundAsk, Refusal>> {
  const place = readAskKey(key);
  const siblings = place ? await store.requirements({ consumer: place.consumer, products: [place.product] }) : [];
  const rows = siblings.filter((row) => entityOfTarget(row.target) === place?.entity);
  if (place === null || rows.length === 0) return refuse({ code: 'not-found', what: 'ask', key });
  return ok({ ...place, rows, siblings, version: versionOf(rows), askedByIds: askedBy(rows) });
}

/** Rows are never deleted and their versions only rise, so the sum never stands still while anything changes. */
export function versionOf(rows: readonly RequirementHead[]): number {
  return rows.reduce((sum, row) => sum + row.version, 0);
}

/** Whoever asks for what lives of these rows: who sent it, and who asked for it again. */
export function askedBy(rows: readonly RequirementHead[]): string[] {
  const asking = rows.filter(({ state }) => isLive(state));
  return [
    ...new Set(
      asking.flatMap(({ state, askedById, decidedById }) => [
        ...(askedById === null ? [] : [askedById]),
        ...(state === 'proposed' && decidedById !== null ? [decidedById] : []),
      ]),
    ),
  ];
}

/** The row of the latest push; its sender is who to speak to. */
export function lastAsked(rows: readonly RequirementHead[]): RequirementHead | null {
  const live = rows.filter((row) => isLive(row.state));
  return (live.length > 0 ? live : rows).reduce<RequirementHead | null>(
    (last, row) => (last === null || row.askedAt > last.askedAt ? row : last),
    null,
  );
}
