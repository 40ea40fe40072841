import { ok, type Result, refuse } from '@/lib/base/result';
import type { Requirement } from '@/lib/engine/plan';
import { comparePlans } from '@/lib/engine/push/compare-plans';
import { planNames } from '@/lib/engine/push/plan-names';
import { type DiffMark, findDiffMarks } from '@/lib/reviews/diff-marks';
import { allow } from './allow';
import { askResource } from './ask-policy';
import { findAsk, lastAsked } from './find-ask';
import { type NamedPerson, whoIsWho } from './named-change';
import type { Refusal } from './refusal';
import type { World } from './world';

export type AskChanges = {
  consumer: NamedPerson;
  at: string;
  by: NamedPerson | null;
  since: string | null;
  marks: DiffMark[];
};

/** What the push that brought an ask changed against the one before, everywhere upstream: the whole an ask is a part of. */
export async function readAskChanges(world: World, { ask }: { ask: string }): Promise<Result<AskChanges, Refusal>> {
  const { store } = world;
  const found = await findAsk(store, ask);
  if (!found.ok) return found;
  const { snapshot } = await store.snapshot();
  const { consumer, rows } = found.value;
  const allowed = allow(world.actor, 'ask.read', askResource(world, snapshot, found.value, rows));
  if (!allowed.ok) return allowed;
  // What is asked here came with the push of its newest row; a later one that asked the same changed nothing.
  const until = lastAsked(rows)?.askedAt ?? world.now();
  const [last, before] = await store.lastPushes(consumer, { until, limit: 2 });
  if (!last) return refuse({ code: 'not-found', what: 'ask', key: ask });
  const whoIs = await whoIsWho(store);
  return ok({
    consumer: { key: consumer, name: planNames(snapshot).product(consumer) },
    at: last.at.toISOString(),
    by: whoIs(last.byId),
    since: before?.at.toISOString() ?? null,
    marks: findDiffMarks(changesBetween(before?.requirements ?? [], last.requirements)),
  });
}

/** Each changed requirement with the reasons it has, or had. */
export function changesBetween(before: readonly Requirement[], now: readonly Requirement[]) {
  return comparePlans(now, before).flatMap((change) => {
    if (change.change === 'unchanged') return [];
    const row = change.change === 'withdrawn' ? change.before : change.now;
    return [{ product: row.product, change: change.change, because: row.because }];
  });
}
