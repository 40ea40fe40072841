import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { ReadLimits } from '@/lib/catalog/file/limits';
import { readBackup } from '@/lib/catalog/read-workspace';
import type { Product } from '@/lib/catalog/snapshot';
import type { WorkspaceBackup } from '@/lib/catalog/workspace-backup';
import { diffModels, patchOf } from '@/lib/model/diff';
import { EMPTY_LAYOUT } from '@/lib/model/layout';
import { EMPTY_MODEL } from '@/lib/model/records';
import { allow } from './allow';
import { nextVersion } from './next-version';
import type { Refusal } from './refusal';
import type { CatalogToKeep, DraftToKeep, EventToAppend, StoredProduct, VersionToKeep, WriteStore } from './store';
import type { World } from './world';

export type Imported = { workspace: string; products: number; sources: number };

/**
 * Puts the workspace a file holds in the place of the catalog. The file is read to its end before anything is touched,
 * and everything is written in one transaction: a refused file changes nothing. Products keep their identity by key, so
 * importing the same workspace again keeps versions, drafts' history and what was asked; what is asked by or of somebody
 * stands in the way of a file without them, and of another workspace.
 */
export async function importWorkspace(
  world: World,
  { text, name, limits = {} }: { text: string; name: string | null; limits?: Partial<ReadLimits> },
): Promise<Result<Imported, Refusal>> {
  const { actor } = world;
  const allowed = allow(actor, 'workspace.import', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const file = readBackup(text, { limits });
  if (!file.ok) return refuse({ code: 'file-refused', problems: file.error });
  const backup = file.value;
  return world.write(async (store) => {
    await store.lockWorkspace();
    const inUse = await findUse(store, backup);
    if (inUse) return refuse(inUse);
    const at = world.now();
    const reason = name === null ? 'Imported' : `Imported from ${name}`;
    const catalog = await planCatalog(world, store, backup, { at, reason });
    await store.replaceCatalog(catalog);
    await store.countRevision();
    const { workspace, products, sources } = backup.snapshot;
    const subject = { name: workspace.name, products: products.length };
    const published = publishedEvents(catalog);
    await store.append([{ kind: 'workspace-imported', subject }, ...published], actor.id, at);
    return ok({ workspace: workspace.name, products: products.length, sources: sources.length });
  });
}

/** A version is published once, however it came about. */
function publishedEvents({ products, versions }: CatalogToKeep): EventToAppend[] {
  const keys = new Map(products.map(({ id, key }) => [id, key]));
  return versions.flatMap(({ productId, number, reason }): EventToAppend[] => {
    const product = keys.get(productId);
    if (product === undefined) return [];
    return [{ kind: 'version-published', subject: { product, version: number, reason } }];
  });
}

/** What is asked by or of a product that the file does not have would be forgotten, and nobody told. */
async function findUse(store: WriteStore, { snapshot }: WorkspaceBackup): Promise<Refusal | null> {
  const { workspace } = (await store.snapshot()).snapshot;
  const isSame = workspace.name === snapshot.workspace.name;
  const kept = new Set(isSame ? snapshot.products.map((product) => product.key) : []);
  const products = (await store.askingProducts()).filter((key) => !kept.has(key));
  return products.length === 0 ? null : { code: 'workspace-in-use', name: workspace.name, products };
}

type Stamp = { at: Date; reason: string };

async function planCatalog(
  world: World,
  store: WriteStore,
  { snapshot, layouts }: WorkspaceBackup,
  stamp: Stamp,
): Promise<CatalogToKeep> {
  const before = await store.products();
  const rows = new Map(before.map((row) => [row.key, row]));
  const planned = [];
  for (const product of snapshot.products) {
    planned.push(await planProduct(world, store, { product, row: rows.get(product.key) ?? null, stamp }));
  }
  const kept = new Set(planned.map(({ product }) => product.id));
  return {
    ...snapshot,
    products: planned.map(({ product }) => product),
    removedProductIds: before.filter(({ id }) => !kept.has(id)).map(({ id }) => id),
    drafts: planned.flatMap(({ draft }) => draft ?? []),
    versions: planned.flatMap(({ version }) => version ?? []),
    unpublishedProductIds: planned.filter(({ isPublished }) => !isPublished).map(({ product }) => product.id),
    bases: planned.flatMap(({ base }) => base ?? []),
    layouts: planned.flatMap(({ product, standing }) => {
      const layout = layouts?.[product.key];
      if (!layout) return [];
      // Like the lists, the areas are those of the file and no others.
      const gone = Object.fromEntries(Object.keys(standing).map((id) => [id, null]));
      return [{ productId: product.id, layout: { ...layout, areas: { ...gone, ...layout.areas } } }];
    }),
  };
}

type Task = { product: Product; row: StoredProduct | null; stamp: Stamp };

async function planProduct(world: World, store: WriteStore, { product: given, row, stamp: { at, reason } }: Task) {
  const { model, ...product } = given;
  const productId = row?.id ?? world.newId();
  const stored = row && (await store.draft(product.key));
  const patch = patchOf(diffModels(stored?.document ?? EMPTY_MODEL, model));
  const isChanged = !stored || patch.put.length + patch.remove.length > 0;
  const revision = (stored?.revision ?? 0) + (isChanged ? 1 : 0);
  const byId = world.actor.id;
  const draft: DraftToKeep | null = isChanged ? { productId, revision, ...patch, byId, at } : null;

  const mark = fingerprint(model);
  const isPublished = product.status !== 'draft' && Object.keys(model.records).length > 0;
  const isNew = isPublished && row?.published?.fingerprint !== mark;
  const layout = stored?.layout ?? EMPTY_LAYOUT;
  const number = isNew ? await nextVersion(store, productId) : null;
  const version: VersionToKeep | null =
    number !== null
      ? { id: world.newId(), productId, number, document: model, layout, fingerprint: mark, reason, at, byId }
      : null;
  const versionId = version?.id ?? (isPublished ? (row?.published?.id ?? null) : null);
  const kept = {
    product: { ...product, id: productId },
    standing: layout.areas ?? {},
    isPublished: versionId !== null,
  };
  // A file tells what is published: where that is no news, nothing is said about what is being drawn.
  const isNews = isPublished ? isNew : row?.published !== null || Object.keys(model.records).length > 0;
  if (stored && !isNews) return { ...kept, draft: null, version: null, base: null };
  return { ...kept, draft, version, base: versionId === null ? null : { productId, versionId, revision } };
}
