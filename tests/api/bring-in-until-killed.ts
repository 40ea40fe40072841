/**
 * Publishes an upstream model and brings the whole workspace in again, over and over as two people would, and says each
 * step once it is acknowledged. The test kills it in the middle; it never ends by itself. Both count in what they write:
 * a version says its own number, and two products far apart say how often the workspace was brought in.
 */
import { readWorkspace } from '../../lib/catalog/read-workspace';
import { Role } from '../../lib/catalog/role';
import { writeWorkspace } from '../../lib/catalog/write-workspace';
import { db } from '../../lib/db/db';
import { openWorld } from '../../lib/db/open-world';
import { exportWorkspace } from '../../lib/services/export-workspace';
import { importWorkspace } from '../../lib/services/import-workspace';
import { openDraft } from '../../lib/services/open-draft';
import { publishUpstream } from '../../lib/services/publish-upstream';
import { saveDraft } from '../../lib/services/save-draft';
import type { World } from '../../lib/services/world';

const PRODUCT = 'agg-customer-360';

async function worldOf(key: string): Promise<World> {
  const { id, workspaceId, name, role, teamKeys } = await db().person.findFirstOrThrow({ where: { key } });
  return openWorld(db(), { id, workspaceId, key, name, role: Role.parse(role), teams: teamKeys });
}

async function publish(world: World): Promise<void> {
  const draft = await openDraft(world, { product: PRODUCT });
  if (!draft.ok) throw new Error(JSON.stringify(draft.error));
  const { published } = (await world.store.product(PRODUCT)) ?? { published: null };
  const description = `version ${(published?.number ?? 0) + 1}`;
  const put = draft.value.records
    .flatMap((record) => (record.kind === 'entity' ? [{ ...record, description }] : []))
    .slice(0, 1);
  const saved = await saveDraft(world, { product: PRODUCT, revision: draft.value.revision, put, remove: [] });
  if (!saved.ok) throw new Error(JSON.stringify(saved.error));
  const { revision } = saved.value;
  const done = await publishUpstream(world, { product: PRODUCT, revision, reason: description });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  process.stdout.write(`published ${done.value.version}\n`);
}

async function bringIn(world: World): Promise<void> {
  const file = await exportWorkspace(world, { isBackup: false });
  const read = file.ok ? readWorkspace(file.value.text) : file;
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const { products } = read.value;
  const before = Number(/^load (\d+)$/.exec(products[0]?.description ?? '')?.[1] ?? 0);
  const marked = products.map((product, at) =>
    at === 0 || at === products.length - 1 ? { ...product, description: `load ${before + 1}` } : product,
  );
  const text = writeWorkspace({ ...read.value, products: marked });
  const done = await importWorkspace(world, { text, name: null });
  if (!done.ok) throw new Error(JSON.stringify(done.error));
  process.stdout.write(`imported ${before + 1}\n`);
}

async function main() {
  const bruno = await worldOf('bruno');
  const fabio = await worldOf('fabio');
  for (;;) {
    await publish(bruno);
    await bringIn(fabio);
  }
}

await main();
