import { ok, type Result, refuse } from '@/lib/base/result';
import { findMentions } from '@/lib/reviews/find-mentions';
import { findCommentSubject } from './find-comment-subject';
import type { Refusal } from './refusal';
import type { World } from './world';

/** Threads longer than this are read by nobody; they are conversations to be had elsewhere. */
const COMMENTS_MAX = 500;

export type NewComment = { subject: string; body: string; parent: string | null };

/** Says something about an ask, a record or a product. Whoever is named in it finds it in their inbox. */
export function addComment(world: World, given: NewComment): Promise<Result<{ id: string }, Refusal>> {
  return world.write(async (store) => {
    await store.lockWorkspace();
    const found = await findCommentSubject(world, store, 'comment.write', given.subject);
    if (!found.ok) return found;
    const { subject, product, consumer } = found.value;
    const said = await store.comments(subject);
    if (said.length >= COMMENTS_MAX) return refuse({ code: 'thread-full', max: COMMENTS_MAX });
    const parent = given.parent === null ? null : (said.find(({ id }) => id === given.parent) ?? null);
    if (given.parent !== null && parent === null)
      return refuse({ code: 'not-found', what: 'comment', key: given.parent });
    const mentions = [...new Set(findMentions(given.body, await store.people()).map(({ key }) => key))];
    const [id, at] = [world.newId(), world.now()];
    // Answers of answers belong to the thread that was begun: a thread has one level, or nobody finds its end.
    const parentId = parent === null ? null : (parent.parentId ?? parent.id);
    const comment = { id, subject, product, body: given.body, mentions, parentId, authorId: world.actor.id, at };
    await store.keepComment({ ...comment, resolvedAt: null, resolvedById: null });
    const facts = { comment: id, thread: parentId ?? id, product, about: await found.value.about(), mentions };
    const of = { ...facts, ...placeOf(subject), ...(consumer === null ? {} : { consumer }) };
    await store.append([{ kind: 'comment-added', subject: of, after: { body: given.body } }], world.actor.id, at);
    return ok({ id });
  });
}

/** What of a subject an event names beside its product. */
export function placeOf(subject: { kind: string; ask?: string; record?: string }): { ask?: string; record?: string } {
  const { ask, record } = subject;
  return { ...(ask === undefined ? {} : { ask }), ...(record === undefined ? {} : { record }) };
}
