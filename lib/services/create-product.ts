import { ok, type Result, refuse } from '@/lib/base/result';
import type { Alignment, Product } from '@/lib/catalog/snapshot';
import { EMPTY_MODEL } from '@/lib/model/records';
import { allow } from './allow';
import { freeKey } from './free-key';
import type { Refusal } from './refusal';
import type { World } from './world';

export type NewProduct = {
  name: string;
  alignment: Alignment;
  /** A team's key. */
  owner: string;
  domain: string | null;
  description: string | null;
};

const PREFIX: Readonly<Record<Alignment, string>> = { source: 'src', aggregate: 'agg', consumer: 'cdp' };

/**
 * A product that exists in name: it has an owner and an empty model, offers nothing until one is published, and is
 * drawn in the studio. Its key is made from its name and never changes, because others will name it.
 */
export function createProduct(
  world: World,
  { name, alignment, owner, domain, description }: NewProduct,
): Promise<Result<{ key: string }, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const { snapshot } = await store.snapshot();
    const { workspaceId } = world.actor;
    const allowed = allow(world.actor, 'product.create', { kind: 'product', workspaceId, alignment, teams: [owner] });
    if (!allowed.ok) return allowed;
    if (!snapshot.teams.some((team) => team.key === owner))
      return refuse({ code: 'not-found', what: 'team', key: owner });
    if (domain !== null && !snapshot.domains.some((one) => one.key === domain))
      return refuse({ code: 'not-found', what: 'domain', key: domain });
    const taken = new Set(snapshot.products.map((product) => product.key));
    const key = freeKey(`${PREFIX[alignment]}-`, name, taken);
    const { model: _, ...product }: Product = {
      key,
      name,
      alignment,
      domain,
      owner,
      description,
      layer: null,
      status: 'draft',
      build: { mode: 'virtual' },
      promises: {},
      ports: [],
      useCase: null,
      goodFor: null,
      notFor: null,
      model: EMPTY_MODEL,
    };
    await store.keepProduct({ ...product, id: world.newId() });
    await store.countRevision();
    await store.append([{ kind: 'product-created', subject: { product: key, name } }], world.actor.id, world.now());
    return ok({ key });
  });
}
