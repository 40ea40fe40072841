import { z } from 'zod';
import { AddComment, CommentAdded, CommentCounts, Comments, CommentsQuery, ResolveComment } from './comments';
import { Home, HomeQuery } from './home';
import { DraftChanges, DraftChangesQuery, MarkRead, Presence, StreamQuery, TellPresence } from './live';
import { type Route, route } from './route';

const ByKey = z.strictObject({ key: z.string().min(1).max(400) });
const ById = z.strictObject({ id: z.string().min(1).max(100) });

/** What is told while it happens, what is said about it, and what of it somebody has seen. */
export const liveRoutes = {
  eventStream: route({
    method: 'GET',
    path: '/events/stream',
    action: 'event.read',
    summary: 'What happens, as it happens: server-sent events whose id is the event number',
    query: StreamQuery,
    answers: 'events',
  }),
  markRead: route({
    method: 'PUT',
    path: '/events/read',
    action: 'event.mark',
    summary: 'Say up to which event I have looked',
    request: MarkRead,
    status: 204,
  }),
  home: route({
    method: 'GET',
    path: '/home',
    action: 'catalog.read',
    summary: 'What waits for me, whom I wait for, how my products stand, what changed',
    query: HomeQuery,
    response: Home,
  }),
  comments: route({
    method: 'GET',
    path: '/comments',
    action: 'comment.read',
    summary: 'What was said about an ask, a record of a model, or a product',
    query: CommentsQuery,
    response: Comments,
  }),
  addComment: route({
    method: 'POST',
    path: '/comments',
    action: 'comment.write',
    summary: 'Say something, or answer; @Name calls somebody',
    request: AddComment,
    response: CommentAdded,
    status: 201,
    idempotencyKey: 'required',
  }),
  resolveComment: route({
    method: 'PUT',
    path: '/comments/{id}/resolution',
    action: 'comment.write',
    summary: 'Settle a thread, or take it up again',
    params: ById,
    request: ResolveComment,
    status: 204,
  }),
  commentCounts: route({
    method: 'GET',
    path: '/products/{key}/comment-counts',
    action: 'comment.read',
    summary: 'How many threads stand open at each record of a model',
    params: ByKey,
    response: CommentCounts,
  }),
  draftChanges: route({
    method: 'GET',
    path: '/products/{key}/draft/changes',
    action: 'draft.read',
    summary: 'Every save of a draft after a revision',
    params: ByKey,
    query: DraftChangesQuery,
    response: DraftChanges,
  }),
  tellPresence: route({
    method: 'POST',
    path: '/products/{key}/presence',
    action: 'presence.tell',
    summary: 'Say that I have this model open, or no longer; who is not heard of for 45 s has left',
    params: ByKey,
    request: TellPresence,
    response: Presence,
  }),
} as const satisfies Record<string, Route>;
