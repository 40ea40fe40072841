import type { ModelRecord, RecordId } from '@/lib/model/records';

/** One record two people changed at the same time; null on a side that removed it. */
export type DraftConflict = {
  readonly id: RecordId;
  readonly base: ModelRecord | null;
  readonly mine: ModelRecord | null;
  readonly theirs: ModelRecord | null;
  /** Who else, when it is known. */
  readonly by: string | null;
};

/** For each conflict, whose side stands. */
export type DraftChoice = ReadonlyMap<RecordId, 'mine' | 'theirs'>;
