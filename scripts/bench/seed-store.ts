import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { writeWorkspace } from '@/lib/catalog/write-workspace';
import type { Database } from '@/lib/db/db';
import { foundWorkspace } from '@/lib/db/found-workspace';
import { joinWorld, openWorld } from '@/lib/db/open-world';
import { aModel } from '@/lib/model/factories';
import { importWorkspace } from '@/lib/services/import-workspace';
import { previewPush } from '@/lib/services/preview-push';
import { sendUpstream } from '@/lib/services/send-upstream';
import type { World } from '@/lib/services/world';
import { largeWorkspace, type Size } from './large-workspace';

const SEED_MS = 900_000;
/** How many products a team answers for. */
const PRODUCTS_PER_TEAM = 50;
/** Whom a visitor of the demonstration is: of one team, and allowed to mend every model. */
const PERSON = { key: 'ana', name: 'Ana', title: 'Administrator', role: 'admin', initials: 'A' } as const;

/** A large workspace, brought in as a file, with products to draw in; then so many of its consumers are sent upstream. */
export async function seedStore(db: Database, size: Size, { drawn, sent }: { drawn: readonly string[]; sent: number }) {
  const snapshot = withProducts(withTeams(largeWorkspace(size)), drawn);
  const text = writeWorkspace(snapshot, { format: 'json' });
  const ana = await db.$transaction(
    async (tx): Promise<World['actor']> => {
      const people = [{ ...PERSON, teams: [teamOf(0)] }];
      const actor = (await foundWorkspace(tx, { key: 'large', name: snapshot.workspace.name }, people)).get(PERSON.key);
      if (!actor) throw new Error('nobody is there');
      const limits = { charactersMax: 1e9, valuesMax: 1e9 };
      const imported = await importWorkspace(joinWorld(tx, actor), { text, name: null, limits });
      if (!imported.ok) throw new Error(JSON.stringify(imported.error).slice(0, 400));
      return actor;
    },
    { timeout: SEED_MS },
  );
  const world = openWorld(db, ana);
  const consumers = snapshot.products.filter(({ key }) => key.startsWith('cdp-') && !drawn.includes(key));
  for (const { key } of consumers.slice(0, sent)) await send(world, key);
}

async function send(world: World, product: string): Promise<void> {
  const preview = await previewPush(world, { product, records: null, whatIf: null });
  if (!preview.ok) throw new Error(JSON.stringify(preview.error));
  const { fingerprint } = preview.value;
  const sent = await sendUpstream(world, { product, revision: 1, reason: 'To be measured.', fingerprint });
  if (!sent.ok) throw new Error(JSON.stringify(sent.error).slice(0, 400));
}

function teamOf(at: number): string {
  return `team-${Math.floor(at / PRODUCTS_PER_TEAM)}`;
}

function withTeams(snapshot: WorkspaceSnapshot): WorkspaceSnapshot {
  const products = snapshot.products.map((product, at) => ({
    ...product,
    owner: teamOf(at),
    useCase: product.useCase && { ...product.useCase, owner: teamOf(at) },
  }));
  const teams = [...new Set(products.map(({ owner }) => owner))].map((key) => ({ key, name: key, domain: null }));
  return { ...snapshot, teams, products };
}

function withProducts(snapshot: WorkspaceSnapshot, keys: readonly string[]): WorkspaceSnapshot {
  const consumer = snapshot.products.find(({ alignment }) => alignment === 'consumer');
  if (!consumer) throw new Error('a workspace without a consumer');
  const more = keys.map((key): Product => ({ ...consumer, key, name: key, status: 'draft', model: aModel() }));
  return { ...snapshot, products: [...snapshot.products, ...more] };
}
