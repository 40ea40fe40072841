import type { RecordId } from '@/lib/model/records';
import type { WorkspaceSnapshot } from './snapshot';

/** Where a product's records stand on its canvas. */
export type Layout = { positions: Record<RecordId, { x: number; y: number }>; pinned: RecordId[] };

/** What only a full backup holds beside the snapshot: canvases by product key, and blocks other rooms can read. */
export type WorkspaceBackup = {
  snapshot: WorkspaceSnapshot;
  layouts: Record<string, Layout> | null;
  /** Handed back as they were written. */
  blocks: { people?: unknown; versions?: unknown; requirements?: unknown; contracts?: unknown };
};
