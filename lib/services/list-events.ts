import { ok } from '@/lib/base/result';
import { planNames } from '@/lib/engine/push/plan-names';
import { allow } from './allow';
import { describeEvent } from './describe-event';
import { whoIsWho } from './named-change';
import type { World } from './world';

/** What happened after an event, oldest first; `next` is what to ask after then. */
export async function listEvents(world: World, { since, limit }: { since: number; limit: number }) {
  const { actor, store } = world;
  const allowed = allow(actor, 'event.read', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  const { snapshot } = await store.snapshot();
  const names = planNames(snapshot);
  const whoIs = await whoIsWho(store);
  const events = (await store.events(since, limit)).map((event) => describeEvent(event, names, whoIs));
  return ok({ events, next: events.at(-1)?.seq ?? since });
}
