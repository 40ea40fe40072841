import { ok } from '@/lib/base/result';
import { describePerson } from './describe-person';
import { findProduct } from './find-product';
import { organisationOf } from './organisation';
import type { World } from './world';

/** Who somebody is to the others who have a model open, when they may have it open. */
export async function findPresence(world: World, { product }: { product: string }) {
  const found = await findProduct(world, world.store, 'presence.tell', product);
  if (!found.ok) return found;
  const person = await world.store.person(world.actor.id);
  if (!person) throw new Error(`who acts is nobody: ${world.actor.key}`);
  return ok(describePerson(person, organisationOf(found.value.snapshot)));
}
