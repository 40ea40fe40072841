import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planNames } from '@/lib/engine/push/plan-names';
import { EMPTY_MODEL } from '@/lib/model/records';
import { askEvents } from './ask-events';
import { lastAsked } from './find-ask';
import { keepStep } from './keep-step';
import type { Through } from './owner-events';
import type { PlanByConsumer } from './plan-each';
import { planRequirements } from './plan-requirements';
import type { EventToAppend, WriteStore } from './store';
import { summariseStrip } from './summarise-strip';
import type { World } from './world';

type Replanning = {
  snapshot: WorkspaceSnapshot;
  plans: PlanByConsumer;
  /** The product that changed, or that something was agreed with. */
  because: string;
  how?: Through;
  at: Date;
};

/**
 * Writes what every live consumer needs of others after something upstream has changed, in the caller's transaction:
 * the same steps a push takes. A consumer for which nothing changes is left alone. Whoever sent the consumer last still
 * is the one who asks, because it is their need; who made the change stands in the event. Returns the events to append.
 */
export async function replanConsumers(
  world: World,
  store: WriteStore,
  { snapshot, plans, because, how, at }: Replanning,
): Promise<EventToAppend[]> {
  const names = planNames(snapshot);
  const events: EventToAppend[] = [];
  for (const [consumer, plan] of plans) {
    const row = await store.product(consumer);
    if (!row?.published) continue;
    const recorded = await store.requirements({ consumer });
    const steps = planRequirements(plan.requirements, recorded);
    const push = world.newId();
    const keeping = { newId: world.newId, push, version: row.published.number, consumer };
    const kept = steps.flatMap((step) => keepStep(step, keeping) ?? []);
    if (kept.length === 0) continue;
    const model = snapshot.products.find(({ key }) => key === consumer)?.model ?? EMPTY_MODEL;
    await store.keepPush({
      id: push,
      productId: row.id,
      versionId: row.published.id,
      plan,
      summary: summariseStrip(plan, model, snapshot, names),
      reason: '',
      at,
      byId: lastAsked(recorded)?.askedById ?? world.actor.id,
    });
    await store.keepRequirements(kept.map(({ after }) => after));
    const moved = steps.filter((step) => step.isMoved);
    const count = (state: string) => moved.filter((step) => step.state === state).length;
    const counts = { asked: count('proposed'), covered: count('covered'), withdrawn: count('withdrawn') };
    if (moved.length > 0) {
      events.push({
        kind: 'consumer-replanned',
        subject: { product: consumer, because, ...(how ? { how } : {}), ...counts },
      });
      events.push(...askEvents(consumer, kept));
    }
  }
  return events;
}
