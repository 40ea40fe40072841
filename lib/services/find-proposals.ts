import { ok } from '@/lib/base/result';
import { knownNumbers } from '@/lib/catalog/known-numbers';
import { offeredTo } from '@/lib/catalog/offered-to';
import { proposeStart, type StartAnswers } from '@/lib/catalog/propose-start';
import { describeHit } from './describe-hit';
import { findProduct } from './find-product';
import { organisationOf } from './organisation';
import type { World } from './world';

/** What the catalog has for somebody who begins with a decision and its numbers. */
export async function findProposals(world: World, { product: key, ...answers }: StartAnswers & { product: string }) {
  const found = await findProduct(world, world.store, 'draft.read', key);
  if (!found.ok) return found;
  const { snapshot } = found.value;
  const organisation = organisationOf(snapshot);
  const offered = offeredTo(snapshot, key);
  const known = knownNumbers(snapshot, offered, key);
  const { proposals, nothing } = proposeStart({ ...snapshot, products: offered }, answers, known);
  const products = new Map(snapshot.products.map((product) => [product.key, product]));
  return ok({
    proposals: proposals.flatMap(({ hit, ...said }) => {
      const product = products.get(hit.product);
      return product ? [{ ...said, hit: describeHit(hit, product, organisation) }] : [];
    }),
    nothing,
  });
}
