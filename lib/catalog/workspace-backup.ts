import type { Layout as ModelLayout } from '@/lib/model/layout';
import type { WorkspaceSnapshot } from './snapshot';

/** Where a product's records stand on its canvas, which of them are drawn, and the views kept of it. */
export type Layout = { [Part in keyof ModelLayout]-?: NonNullable<ModelLayout[Part]> };

/** What only a full backup holds beside the snapshot: canvases by product key, and blocks other rooms can read. */
export type WorkspaceBackup = {
  snapshot: WorkspaceSnapshot;
  layouts: Record<string, Layout> | null;
  /** Handed back as they were written. */
  blocks: { people?: unknown; versions?: unknown; requirements?: unknown };
};
