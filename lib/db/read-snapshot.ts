import { z } from 'zod';
import type { Agreement } from '@/lib/catalog/agreement';
import { shareUnchanged } from '@/lib/catalog/share-unchanged';
import {
  Alignment,
  Build,
  Contract,
  Policy,
  Port,
  Prices,
  type Product,
  ProductStatus,
  Promises,
  SourceTable,
  UseCase,
  type WorkspaceSnapshot,
} from '@/lib/catalog/snapshot';
import { RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { EMPTY_MODEL, ModelDocument } from '@/lib/model/records';
import { agreementOf } from '@/lib/reviews/agreement-of';
import { RequirementState } from '@/lib/reviews/state';
import type { Database, Transaction } from './db';

type Kept = { revision: number; snapshot: WorkspaceSnapshot };
const kept = globalThis as typeof globalThis & { headwaterSnapshots?: Map<string, Kept> };

/**
 * The published state of a workspace. It is kept in memory under its revision, so that a preview costs one look at a
 * number. Loading takes several queries, which must see one and the same moment.
 */
export async function readSnapshot(db: Database, workspaceId: string): Promise<Kept> {
  const known = await findKept(db, workspaceId);
  if (known) return known;
  const loaded = await db.$transaction((tx) => loadSnapshot(tx, workspaceId), {
    isolationLevel: 'RepeatableRead',
    timeout: 30_000,
  });
  kept.headwaterSnapshots ??= new Map();
  const before = kept.headwaterSnapshots.get(workspaceId);
  const shared = before ? { ...loaded, snapshot: shareUnchanged(before.snapshot, loaded.snapshot) } : loaded;
  kept.headwaterSnapshots.set(workspaceId, shared);
  return shared;
}

/** The same inside a write that holds the workspace's lock. Not kept: what it sees may still be taken back. */
export async function readSnapshotWithin(tx: Transaction, workspaceId: string): Promise<Kept> {
  const known = await findKept(tx, workspaceId);
  if (known) return known;
  const loaded = await loadSnapshot(tx, workspaceId);
  const before = kept.headwaterSnapshots?.get(workspaceId);
  return before ? { ...loaded, snapshot: shareUnchanged(before.snapshot, loaded.snapshot) } : loaded;
}

async function findKept(tx: Transaction, workspaceId: string): Promise<Kept | null> {
  const { version } = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId }, select: { version: true } });
  const known = kept.headwaterSnapshots?.get(workspaceId);
  return known?.revision === version ? known : null;
}

/** One query after the other: a transaction has one connection, and it takes one at a time. */
async function loadSnapshot(tx: Transaction, workspaceId: string): Promise<Kept> {
  const asWritten = { where: { workspaceId }, orderBy: { order: 'asc' } } as const;
  const row = await tx.workspace.findUniqueOrThrow({ where: { id: workspaceId } });
  const domains = await tx.domain.findMany(asWritten);
  const teams = await tx.team.findMany(asWritten);
  const sources = await tx.source.findMany(asWritten);
  const policies = await tx.policy.findMany(asWritten);
  const include = { publishedVersion: { select: { document: true } } } as const;
  const products = await tx.product.findMany({ ...asWritten, include });
  const contracts = await tx.contract.findMany(asWritten);
  const agreements = await readAgreements(tx, workspaceId);
  const { name, currency, timezone, locale, sloOwnShare } = row;
  return {
    revision: row.version,
    snapshot: {
      workspace: { name, currency, timezone, sloOwnShare, locale },
      domains: domains.map(({ key, name }) => ({ key, name })),
      teams: teams.map(({ key, name, domainKey }) => ({ key, name, domain: domainKey })),
      prices: Prices.nullable().parse(row.prices),
      sources: sources.map(({ key, name, kind, tables }) => ({
        key,
        name,
        kind,
        tables: z.array(SourceTable).parse(tables),
      })),
      policies: policies.map(({ body }) => Policy.parse(body)),
      products: products.map((product) => {
        const agreed = agreements.get(product.key);
        return agreed ? { ...readProduct(product), agreements: agreed } : readProduct(product);
      }),
      contracts: contracts.map(readContract),
    },
  };
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

type ProductRow = Awaited<ReturnType<Transaction['product']['findMany']>>[number] & {
  publishedVersion: { document: unknown } | null;
};

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

function readProduct(row: ProductRow): Product {
  return {
    key: row.key,
    name: row.name,
    alignment: Alignment.parse(row.alignment),
    domain: row.domainKey,
    owner: row.ownerTeamKey,
    description: row.description,
    layer: row.layer,
    status: ProductStatus.parse(row.status),
    build: Build.parse(row.build),
    promises: Promises.parse(row.promises),
    ports: z.array(Port).parse(row.ports),
    useCase: UseCase.nullable().parse(row.useCase),
    goodFor: row.goodFor,
    notFor: row.notFor,
    model: row.publishedVersion ? ModelDocument.parse(row.publishedVersion.document) : EMPTY_MODEL,
  };
}
