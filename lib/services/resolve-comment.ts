import { ok, type Result, refuse } from '@/lib/base/result';
import { writeCommentSubject } from '@/lib/reviews/comment-subject';
import { placeOf } from './add-comment';
import { findCommentSubject } from './find-comment-subject';
import type { Refusal } from './refusal';
import type { World } from './world';

/** Settles a thread, or takes it up again. Doing what is done already changes nothing and is no event. */
export function resolveComment(
  world: World,
  { id, isResolved }: { id: string; isResolved: boolean },
): Promise<Result<null, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const comment = await store.comment(id);
    if (comment === null || comment.parentId !== null) return refuse({ code: 'not-found', what: 'comment', key: id });
    const found = await findCommentSubject(world, store, 'comment.read', writeCommentSubject(comment.subject));
    if (!found.ok) return found;
    if ((comment.resolvedAt !== null) === isResolved) return ok(null);
    const at = world.now();
    const after = { resolvedAt: isResolved ? at : null, resolvedById: isResolved ? world.actor.id : null };
    await store.keepComment({ ...comment, ...after });
    const { product, consumer } = found.value;
    const subject = { comment: id, thread: id, product, about: await found.value.about(), mentions: comment.mentions };
    const of = { ...subject, ...placeOf(comment.subject), ...(consumer === null ? {} : { consumer }) };
    const kind = isResolved ? 'comment-resolved' : 'comment-reopened';
    const before = { resolvedAt: comment.resolvedAt, resolvedById: comment.resolvedById };
    await store.append([{ kind, subject: of, before, after }], world.actor.id, at);
    return ok(null);
  });
}
