import { ok, type Result } from '@/lib/base/result';
import type { PlanChange } from '@/lib/engine/plan';
import type { ModelRecord } from '@/lib/model/records';
import { vocabularyOf } from './describe-lines';
import { documentOf } from './document-of';
import { findProduct } from './find-product';
import { makePreview, type Preview } from './make-preview';
import { whoIsWho } from './named-change';
import type { Refusal } from './refusal';
import type { World } from './world';

export type PreviewQuestion = {
  product: string;
  /** The model to look at; the saved draft when null. */
  records: ModelRecord[] | null;
  whatIf: PlanChange | null;
};

/** What sending would ask of others, now. Nothing is kept and nobody is told. */
export async function previewPush(
  world: World,
  { product: key, records, whatIf }: PreviewQuestion,
): Promise<Result<Preview, Refusal>> {
  const found = await findProduct(world, world.store, 'plan.preview', key);
  if (!found.ok) return found;
  const { product, snapshot } = found.value;
  const document = records ? documentOf(records) : ((await world.store.draft(key))?.document ?? product.model);
  const planned = makePreview({
    snapshot,
    product: key,
    document,
    whatIf,
    recorded: await world.store.askedBy(key),
    whoIs: await whoIsWho(world.store),
    vocabulary: vocabularyOf(world.actor),
  });
  return planned.ok ? ok(planned.value.preview) : planned;
}
