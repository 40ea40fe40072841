import { ok } from '@/lib/base/result';
import { allow } from './allow';
import type { Refusal } from './refusal';
import type { World } from './world';

/**
 * Remembers up to which event somebody has looked: at one thing, or at everything where none is named. A mark only rises
 * and never passes what has happened. It is theirs alone and changes nothing for anybody, so it is no event: each would
 * make the next thing to be read.
 */
export async function markRead(
  world: World,
  { seq, thing = null }: { seq: number; thing?: string | null | undefined },
) {
  const { actor } = world;
  const allowed = allow(actor, 'event.mark', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  return world.write<null, Refusal>(async (store) => {
    const seen = Math.min(seq, await store.lastEvent());
    if (thing === null) await store.keepReadMark(actor.id, seen);
    else await store.keepSeenThing(actor.id, thing, seen);
    return ok(null);
  });
}
