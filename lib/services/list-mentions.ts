import { placeOf } from './add-comment';
import type { LastSeen } from './last-seen';
import type { WhoIs } from './named-change';
import type { ReadStore } from './store';
import type { World } from './world';

const MENTIONS_MAX = 50;

/** What others said to me by name and nobody has settled yet, newest first. */
export async function listMentions(
  { actor }: World,
  store: ReadStore,
  { whoIs, lastSeen }: { whoIs: WhoIs; lastSeen: LastSeen },
) {
  const mentions = await store.mentionsOf(actor.key, MENTIONS_MAX);
  return mentions
    .filter(({ authorId }) => authorId !== actor.id)
    .map(({ id, subject, product, body, authorId, at, about, seq, parentId }) => ({
      comment: id,
      thread: parentId ?? id,
      on: subject.kind,
      product,
      ...placeOf(subject),
      about,
      words: body,
      by: whoIs(authorId),
      at: at.toISOString(),
      seq,
      isNew: seq > lastSeen(`comment ${id}`),
    }));
}
