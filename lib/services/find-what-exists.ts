import { ok } from '@/lib/base/result';
import { offeredTo } from '@/lib/catalog/offered-to';
import { searchCatalog } from '@/lib/catalog/search';
import type { Product } from '@/lib/catalog/snapshot';
import { labelOfRecord, ownNameOf } from '@/lib/model/names';
import { attributesOf, type EntityRecord, recordsOf } from '@/lib/model/records';
import { allow } from './allow';
import { describeHit, describeOffer } from './describe-hit';
import { type Organisation, organisationOf } from './organisation';
import type { World } from './world';

const TREE_PRODUCTS_MAX = 200;
const HITS_MAX = 60;

/**
 * What a model may be built from: every published entity of the other products, by product, and what the words found.
 * A product is not offered what is made from it, because that would run in a circle. Without a product the words search
 * the whole catalog.
 */
export async function findWhatExists(world: World, { product, q }: { product: string | null; q: string }) {
  const { actor, store } = world;
  const allowed = allow(actor, 'catalog.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const organisation = organisationOf(snapshot);
  const offered = offeredTo(snapshot, product);
  const searched = product === null ? snapshot : { ...snapshot, products: offered };
  const hits = searchCatalog(searched, q, HITS_MAX);
  const found = new Set(hits.map((hit) => hit.product));
  const shown = q.trim() === '' ? offered : offered.filter(({ key }) => found.has(key));
  const products = new Map(snapshot.products.map((one) => [one.key, one]));
  return ok({
    hits: hits.flatMap((hit) => {
      const its = products.get(hit.product);
      return its ? [describeHit(hit, its, organisation)] : [];
    }),
    tree: shown.slice(0, TREE_PRODUCTS_MAX).map((one) => describeTree(one, organisation)),
  });
}

function describeTree(product: Product, organisation: Organisation) {
  const { model } = product;
  const nameOf = (id: string) => ownNameOf(model, id);
  return {
    product: describeOffer(product, organisation),
    entities: recordsOf(model, 'entity').map((entity) => describeEntity(product, entity, nameOf)),
    relationships: recordsOf(model, 'relationship').map(({ name, from, to, cardinality }) => ({
      name,
      from: { entity: nameOf(from.entityId), attributes: from.attributeIds.map(nameOf) },
      to: { entity: nameOf(to.entityId), attributes: to.attributeIds.map(nameOf) },
      cardinality,
    })),
  };
}

function describeEntity({ key, model }: Product, entity: EntityRecord, nameOf: (id: string) => string) {
  return {
    ref: `${key}.${entity.name}`,
    name: entity.name,
    label: labelOfRecord(model, entity.id),
    description: entity.description,
    grain: entity.grain.map(nameOf),
    attributes: attributesOf(model, entity.id).map((attribute) => ({
      name: attribute.name,
      label: labelOfRecord(model, attribute.id),
      description: attribute.description,
      type: attribute.type,
      role: attribute.role,
      unit: attribute.unit,
      classification: attribute.classification,
    })),
  };
}
