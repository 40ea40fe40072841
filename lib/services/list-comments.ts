import { groupBy } from '@/lib/base/group-by';
import { ok } from '@/lib/base/result';
import { findCommentSubject } from './find-comment-subject';
import { type WhoIs, whoIsWho } from './named-change';
import type { StoredComment } from './store';
import type { World } from './world';

/** What was said about something, thread by thread, oldest first. */
export async function listComments(world: World, { subject }: { subject: string }) {
  const found = await findCommentSubject(world, world.store, 'comment.read', subject);
  if (!found.ok) return found;
  const comments = await world.store.comments(found.value.subject);
  return ok({ threads: toThreads(comments, await whoIsWho(world.store)) });
}

/** Comments as threads: each begins with one that answers none. */
function toThreads(comments: readonly StoredComment[], whoIs: WhoIs) {
  const answers = groupBy(comments, ({ parentId }) => parentId ?? '');
  return (answers.get('') ?? []).map((first) => ({
    ...describeComment(first, whoIs),
    answers: (answers.get(first.id) ?? []).map((answer) => describeComment(answer, whoIs)),
    resolved: first.resolvedAt === null ? null : { at: first.resolvedAt.toISOString(), by: whoIs(first.resolvedById) },
  }));
}

function describeComment({ id, body, mentions, authorId, at }: StoredComment, whoIs: WhoIs) {
  return { id, body, mentions, by: whoIs(authorId), at: at.toISOString() };
}
