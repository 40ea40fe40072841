import type { Resource } from '@/lib/auth/can';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Action } from '@/lib/catalog/action';
import { planNames } from '@/lib/engine/push/plan-names';
import { callRecord } from '@/lib/model/call-record';
import { type CommentSubject, readCommentSubject } from '@/lib/reviews/comment-subject';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { findAsk } from './find-ask';
import { findProduct } from './find-product';
import type { Refusal } from './refusal';
import type { ReadStore } from './store';
import type { World } from './world';

/** A subject with what an event says of it. */
export type FoundSubject = {
  subject: CommentSubject;
  /** The product it is said at. */
  product: string;
  consumer: string | null;
  about: string;
};

/** What is commented on, when it is there and the person may: whoever can read a thing may speak about it. */
export async function findCommentSubject(
  world: World,
  store: ReadStore,
  action: Action & ('comment.read' | 'comment.write'),
  text: string,
): Promise<Result<FoundSubject, Refusal>> {
  const subject = readCommentSubject(text);
  if (subject === null) return refuse({ code: 'not-found', what: 'subject', key: text });
  if (subject.kind === 'ask') return findSubjectAsk(world, store, action, subject);
  const found = await findProduct(world, store, action, subject.product);
  if (!found.ok) return found;
  const { product } = found.value;
  const about = { subject, product: product.key, consumer: null };
  if (subject.kind === 'product') return ok({ ...about, about: product.name });
  const document = (await store.draft(product.key))?.document ?? product.model;
  const known = [document, product.model].find(({ records }) => Object.hasOwn(records, subject.record));
  if (!known && action === 'comment.write') return refuse({ code: 'not-found', what: 'record', key: subject.record });
  return ok({ ...about, about: known ? callRecord(known, subject.record, 'plain') : 'something that is gone' });
}

async function findSubjectAsk(
  world: World,
  store: ReadStore,
  action: Action,
  subject: Extract<CommentSubject, { kind: 'ask' }>,
): Promise<Result<FoundSubject, Refusal>> {
  const found = await findAsk(store, subject.ask);
  if (!found.ok) return found;
  const { snapshot } = await store.snapshot();
  const resource: Resource = askResource(world, snapshot, found.value, found.value.rows);
  const allowed = allow(world.actor, action, resource);
  if (!allowed.ok) return allowed;
  const { consumer, product, entity } = found.value;
  const names = planNames(snapshot);
  const about = entity === null ? names.product(product) : names.target(product, entity);
  return ok({ subject, product, consumer, about });
}
