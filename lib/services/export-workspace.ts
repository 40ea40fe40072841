import { ok } from '@/lib/base/result';
import { writeBackup, writeWorkspace } from '@/lib/catalog/write-workspace';
import { allow } from './allow';
import type { World } from './world';

/**
 * The published state of the workspace as one file: what Git keeps and what another workspace can be made from. A
 * backup adds where things stand on the canvases and the ids of the records, so that links to them survive.
 */
export async function exportWorkspace(world: World, { isBackup }: { isBackup: boolean }) {
  const { actor, store } = world;
  const allowed = allow(actor, 'workspace.export', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const { key } = await store.workspace();
  if (!isBackup) return ok({ name: `${key}.yaml`, text: writeWorkspace(snapshot) });
  const layouts = Object.fromEntries(
    (await store.layouts()).map(({ product, layout: { positions, pinned, hidden, views, areas } }) => [
      product,
      { positions, pinned: pinned ?? [], hidden: hidden ?? [], views: views ?? [], areas: areas ?? {} },
    ]),
  );
  return ok({ name: `${key}-backup.yaml`, text: writeBackup({ snapshot, layouts, blocks: {} }) });
}
