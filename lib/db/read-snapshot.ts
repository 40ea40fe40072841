import type { Agreement } from '@/lib/catalog/agreement';
import { shareUnchanged } from '@/lib/catalog/share-unchanged';
import { Contract, Policy, Prices, type WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { agreementOf } from '@/lib/reviews/agreement-of';
import { RequirementState } from '@/lib/reviews/state';
import type { Database, Transaction } from './db';
import { loadProducts, type ProductsRead } from './load-products';
import { loadSources, type SourcesRead } from './load-sources';

type Loaded = { revision: number; snapshot: WorkspaceSnapshot };
type Kept = Loaded & { products: ProductsRead; sources: SourcesRead };
const kept = globalThis as typeof globalThis & {
  headwaterSnapshots?: Map<string, Kept>;
  headwaterSnapshotsRead?: Map<string, Promise<Kept>>;
};

/**
 * The published state of a workspace. It is kept in memory under its revision, so that a preview costs one look at a
 * number; of a newer revision only what changed is read. That takes several queries, which must see one and the same
 * moment, and whoever waits for one revision waits for one reading of it.
 */
export async function readSnapshot(db: Database, workspaceId: string): Promise<Loaded> {
  const { revision, known } = await findKept(db, workspaceId);
  if (known?.revision === revision) return known;
  kept.headwaterSnapshotsRead ??= new Map();
  const reading = kept.headwaterSnapshotsRead;
  const name = `${workspaceId} ${revision}`;
  const read = reading.get(name) ?? readAnew(db, workspaceId).finally(() => void reading.delete(name));
  reading.set(name, read);
  return read;
}

async function readAnew(db: Database, workspaceId: string): Promise<Kept> {
  const loaded = await db.$transaction((tx) => loadSnapshot(tx, workspaceId), {
    isolationLevel: 'RepeatableRead',
    timeout: 60_000,
    maxWait: 30_000,
  });
  kept.headwaterSnapshots ??= new Map();
  kept.headwaterSnapshots.set(workspaceId, loaded);
  return loaded;
}

/** The same inside a write that holds the workspace's lock. Not kept: what it sees may still be taken back. */
export async function readSnapshotWithin(tx: Transaction, workspaceId: string): Promise<Loaded> {
  const { revision, known } = await findKept(tx, workspaceId);
  return known?.revision === revision ? known : loadSnapshot(tx, workspaceId);
}

async function findKept(tx: Transaction, workspaceId: string): Promise<{ revision: number; known: Kept | null }> {
  const { version } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { version: true } });
  return { revision: version, known: kept.headwaterSnapshots?.get(workspaceId) ?? null };
}

/** One query after the other: a transaction has one connection, and it takes one at a time. */
async function loadSnapshot(tx: Transaction, workspaceId: string): Promise<Kept> {
  const before = kept.headwaterSnapshots?.get(workspaceId) ?? null;
  const asWritten = { where: { workspaceId }, orderBy: { order: 'asc' } } as const;
  const row = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const domains = await tx.domain.findMany(asWritten);
  const teams = await tx.team.findMany(asWritten);
  const policies = await tx.policy.findMany(asWritten);
  const contracts = await tx.contract.findMany(asWritten);
  const sources = await loadSources(tx, workspaceId, before?.sources ?? new Map());
  const products = await loadProducts(tx, workspaceId, before?.products ?? new Map());
  const agreements = await readAgreements(tx, workspaceId);
  const { name, currency, timezone, locale, sloOwnShare } = row;
  const snapshot: WorkspaceSnapshot = {
    workspace: { name, currency, timezone, sloOwnShare, locale },
    domains: domains.map(({ key, name }) => ({ key, name })),
    teams: teams.map(({ key, name, domainKey }) => ({ key, name, domain: domainKey })),
    prices: Prices.nullable().parse(row.prices),
    sources: [...sources.values()].map(({ source }) => source),
    policies: policies.map(({ body }) => Policy.parse(body)),
    products: [...products.values()].map(({ product }) => {
      const agreed = agreements.get(product.key);
      return agreed ? { ...product, agreements: agreed } : product;
    }),
    contracts: contracts.map(readContract),
  };
  const shared = before ? shareUnchanged(before.snapshot, snapshot) : snapshot;
  return { revision: row.version, snapshot: shared, products, sources };
}

/** What was agreed in place of what was asked, by consumer. */
async function readAgreements(tx: Transaction, workspaceId: string): Promise<Map<string, Agreement[]>> {
  const rows = await tx.requirement.findMany({
    where: { workspaceId, agreedAt: { not: null }, counteredAt: { not: null } },
    select: {
      consumerKey: true,
      productKey: true,
      target: true,
      kind: true,
      rule: true,
      value: true,
      dayOffset: true,
      state: true,
      counterValue: true,
    },
    orderBy: [{ consumerKey: 'asc' }, { productKey: 'asc' }, { target: 'asc' }, { kind: 'asc' }, { rule: 'asc' }],
  });
  const found = new Map<string, Agreement[]>();
  for (const row of rows) {
    const agreement = agreementOf({
      product: row.productKey,
      target: row.target === '' ? null : row.target,
      kind: RequirementKind.parse(row.kind),
      rule: row.rule === '' ? null : row.rule,
      value: RequirementValue.parse(row.value),
      dayOffset: row.dayOffset,
      state: RequirementState.parse(row.state),
      counterValue: RequirementValue.parse(row.counterValue),
    });
    if (agreement) found.set(row.consumerKey, [...(found.get(row.consumerKey) ?? []), agreement]);
  }
  return found;
}

type ContractRow = Awaited<ReturnType<Transaction['contract']['findMany']>>[number];

function readContract({ consumerKey, productKey, port, version, noticeDays }: ContractRow): Contract {
  return Contract.parse({
    consumer: consumerKey,
    product: productKey,
    port: port === '' ? null : port,
    version,
    noticeDays: noticeDays === null ? null : Number(noticeDays),
  });
}
