import type { Resource } from '@/lib/auth/can';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { Action } from '@/lib/catalog/action';
import { planNames } from '@/lib/engine/push/plan-names';
import { callRecord } from '@/lib/model/call-record';
import type { ModelDocument } from '@/lib/model/records';
import { type CommentSubject, readCommentSubject } from '@/lib/reviews/comment-subject';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { findAsk } from './find-ask';
import { findProductRow } from './find-product-row';
import type { Refusal } from './refusal';
import type { ReadStore } from './store';
import type { World } from './world';

/** A subject with what an event says of it. */
export type FoundSubject = {
  subject: CommentSubject;
  /** The product it is said at. */
  product: string;
  consumer: string | null;
  /** How people call it. */
  about(): Promise<string>;
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
  const { product } = subject;
  const found = await findProductRow(world, store, action, product);
  if (!found.ok) return found;
  if (subject.kind === 'product')
    return ok({
      subject,
      product,
      consumer: null,
      about: async () => planNames((await store.snapshot()).snapshot).product(product),
    });
  if (action === 'comment.write' && !(await findModelOf(store, product, subject.record)))
    return refuse({ code: 'not-found', what: 'record', key: subject.record });
  return ok({ subject, product, consumer: null, about: () => callRecordOf(store, product, subject.record) });
}

/** As it is drawn now or else as it is published; null when the record is in neither. */
async function findModelOf(store: ReadStore, product: string, record: string): Promise<ModelDocument | null> {
  const drawn = (await store.draft(product))?.document;
  const published = (await store.snapshot()).snapshot.products.find(({ key }) => key === product)?.model;
  return [drawn, published].find((model) => model && Object.hasOwn(model.records, record)) ?? null;
}

async function callRecordOf(store: ReadStore, product: string, record: string): Promise<string> {
  const model = await findModelOf(store, product, record);
  return model ? callRecord(model, record, 'plain') : 'something that is gone';
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
  return ok({ subject, product, consumer, about: async () => about });
}
