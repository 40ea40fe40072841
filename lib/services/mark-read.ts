import { ok } from '@/lib/base/result';
import { allow } from './allow';
import type { Refusal } from './refusal';
import type { World } from './world';

/**
 * Remembers up to which event somebody has looked. The mark only rises and never passes what has happened. It is theirs
 * alone and changes nothing for anybody, so it is no event: each would make the next thing to be read.
 */
export async function markRead(world: World, { seq }: { seq: number }) {
  const { actor } = world;
  const allowed = allow(actor, 'event.mark', { kind: 'workspace', workspaceId: actor.workspaceId });
  if (!allowed.ok) return allowed;
  return world.write<null, Refusal>(async (store) => {
    await store.keepReadMark(actor.id, Math.min(seq, await store.lastEvent()));
    return ok(null);
  });
}
