import { fingerprint } from '@/lib/base/fingerprint';
import { ok, type Result, refuse } from '@/lib/base/result';
import { oldestAtBest } from '@/lib/catalog/oldest-at-best';
import type { Product } from '@/lib/catalog/snapshot';
import { allow, productResource } from './allow';
import type { EventFacts } from './event-facts';
import type { FoundProduct } from './find-product';
import { whoIsWho } from './named-change';
import { type ChangeEffect, type PlannedChange, planChange } from './preview-change';
import type { Refusal } from './refusal';
import { replanConsumers } from './replan-consumers';
import type { EventToAppend, ReadStore, StoredProduct } from './store';
import type { World } from './world';
import { markOf, writePlanned } from './write-planned';

const FIELDS = [
  'name',
  'description',
  'domain',
  'status',
  'build',
  'promises',
  'ports',
  'goodFor',
  'notFor',
  'useCase',
] as const satisfies readonly (keyof Product)[];
type Field = (typeof FIELDS)[number];
/** What is named changes, everything else stays. */
export type ProductChange = { [F in Field | 'owner']?: Product[F] | undefined };
export type Changed = ChangeEffect & { product: string; rowVersion: number };

/** What a change of a product would do to whom. Nothing is kept. */
export async function previewProductChange(
  world: World,
  { product: key, change }: { product: string; change: ProductChange },
): Promise<Result<ChangeEffect, Refusal>> {
  const found = await findEditable(world, world.store, key, change);
  if (!found.ok) return found;
  const planned = await planChange(world, world.store, found.value.snapshot, applied(found.value.product, change));
  return planned.ok ? ok(planned.value.told) : planned;
}

/**
 * A product owner changes what the product promises and how it is made. The catalog, every live consumer's requirements
 * and the events are written in one transaction. Handing it over is an event of its own.
 */
export function changeProduct(
  world: World,
  { product: key, rowVersion, change }: { product: string; rowVersion: number; change: ProductChange },
): Promise<Result<Changed, Refusal>> {
  return writePlanned(world, {
    mark: (store) => markOf(store, key),
    plan: (store) => planProductChange(world, store, { product: key, rowVersion, change }),
    async write(store, { row, next, events, planned: { after, plans, told } }) {
      if (events.length === 0) return ok({ product: key, rowVersion, ...told });
      const at = world.now();
      const { model: _, ...kept } = next;
      await store.keepProduct({ ...kept, id: row.id });
      await store.countRevision();
      const replanned = await replanConsumers(world, store, {
        snapshot: after,
        plans,
        because: key,
        effects: told.effects,
        at,
      });
      await store.append([...events, ...replanned], world.actor.id, at);
      return ok({ product: key, rowVersion: rowVersion + 1, ...told });
    },
  });
}

type PlannedEdit = { row: StoredProduct; next: Product; events: EventToAppend[]; planned: PlannedChange };

async function planProductChange(
  world: World,
  store: ReadStore,
  { product: key, rowVersion, change }: { product: string; rowVersion: number; change: ProductChange },
): Promise<Result<PlannedEdit, Refusal>> {
  const found = await findEditable(world, store, key, change);
  if (!found.ok) return found;
  const { product, row, snapshot } = found.value;
  if (row.rowVersion !== rowVersion) {
    const [last] = await store.eventsOfProduct(key, 1);
    const by = (await whoIsWho(store))(last?.byId ?? null)?.name ?? null;
    return refuse({ code: 'stale-product', version: row.rowVersion, by });
  }
  const next = applied(product, change);
  const planned = await planChange(world, store, snapshot, next);
  return planned.ok ? ok({ row, next, events: tellChange(product, next), planned: planned.value }) : planned;
}

/** A product the actor may edit, when what the change names exists. */
async function findEditable(
  world: World,
  store: ReadStore,
  key: string,
  change: ProductChange,
): Promise<Result<FoundProduct, Refusal>> {
  const { snapshot } = await store.snapshot();
  const product = snapshot.products.find((one) => one.key === key);
  const row = product && (await store.product(key));
  if (!product || !row) return refuse({ code: 'not-found', what: 'product', key });
  const teams = product.owner === null ? [] : [product.owner];
  const { workspaceId } = world.actor;
  const allowed = saysUseCaseOnly(change)
    ? allow(world.actor, 'use-case.say', productResource(workspaceId, product))
    : allow(world.actor, 'product.edit', { kind: 'product', workspaceId, alignment: product.alignment, teams });
  if (!allowed.ok) return allowed;
  const { owner, domain, status } = change;
  if (owner && !snapshot.teams.some((team) => team.key === owner))
    return refuse({ code: 'not-found', what: 'team', key: owner });
  if (domain && !snapshot.domains.some((one) => one.key === domain))
    return refuse({ code: 'not-found', what: 'domain', key: domain });
  const { build, promises } = applied(product, change);
  const oldest = oldestAtBest(build);
  const promised = promises.freshnessMinutes;
  const isTouched = change.build !== undefined || change.promises !== undefined;
  if (isTouched && oldest !== null && promised !== undefined && promised < oldest)
    return refuse({ code: 'promise-not-kept', promised, oldest });
  const lost = snapshot.contracts.find(({ product, port }) => product === key && isGone(port, change.ports));
  if (lost?.port) {
    const consumer = snapshot.products.find((one) => one.key === lost.consumer)?.name ?? lost.consumer;
    return refuse({ code: 'port-agreed', port: lost.port, consumer });
  }
  if (status === 'published' && !row.published) return refuse({ code: 'nothing-published', product: key });
  return ok({ product, row, snapshot });
}

function isGone(port: string | null, ports: ProductChange['ports']): boolean {
  return port !== null && ports !== undefined && !ports.some(({ key }) => key === port);
}

/** Whoever draws a model may say what it is for; what a product promises takes its owner. */
function saysUseCaseOnly(change: ProductChange): boolean {
  const named = Object.entries(change).filter(([, value]) => value !== undefined);
  return named.length > 0 && named.every(([field]) => field === 'useCase');
}

/** Who answers for a use case is not said with it, and stays. */
function applied(product: Product, change: ProductChange): Product {
  const named = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
  const owner = product.useCase?.owner;
  const useCase = change.useCase && owner !== undefined ? { ...change.useCase, owner } : change.useCase;
  return { ...product, ...named, ...(useCase === undefined ? {} : { useCase }) };
}

function tellChange(before: Product, after: Product): EventToAppend[] {
  const product = before.key;
  const fields = FIELDS.filter((field) => fingerprint(before[field] ?? null) !== fingerprint(after[field] ?? null));
  const pick = (of: Product) => Object.fromEntries(fields.map((field) => [field, of[field]]));
  const changed: EventFacts = { kind: 'product-changed', subject: { product, fields: [...fields] } };
  const handed: EventFacts = {
    kind: 'owner-handed-over',
    subject: { product, from: before.owner, to: after.owner },
  };
  return [
    ...(fields.length > 0 ? [{ ...changed, before: pick(before), after: pick(after) }] : []),
    ...(before.owner === after.owner ? [] : [{ ...handed, before: before.owner, after: after.owner }]),
  ];
}
