import type { ModelRecord, RecordId } from '@/lib/model/records';
import type { BothSides } from '@/lib/model/removed-with';

/** One record two people changed at the same time; null on a side that removed it. */
export type DraftConflict = {
  readonly id: RecordId;
  readonly base: ModelRecord | null;
  readonly mine: ModelRecord | null;
  readonly theirs: ModelRecord | null;
  /** What went with it where one side removed it; it stands or falls with it. */
  readonly along: readonly BothSides[];
  /** Who else, when it is known. */
  readonly by: string | null;
};

/** For each conflict, whose side stands. */
export type DraftChoice = ReadonlyMap<RecordId, 'mine' | 'theirs'>;
