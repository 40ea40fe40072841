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
  /** What the change does, as it was shown before; what of it is a loss stands in the event. */
  effects?: readonly { consumer: { key: string }; lost: readonly string[] }[];
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
  { snapshot, plans, because, how, effects = [], at }: Replanning,
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
    const lost = effects.flatMap((effect) => (effect.consumer.key === consumer ? effect.lost : []));
    if (kept.length === 0) {
      if (lost.length > 0) events.push(replanned(consumer, { because, how, lost, moved: [] }));
      continue;
    }
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
    if (moved.length + lost.length > 0) {
      events.push(replanned(consumer, { because, how, lost, moved }), ...askEvents(consumer, kept));
    }
  }
  return events;
}

type Replanned = {
  because: string;
  how: Through | undefined;
  lost: readonly string[];
  moved: readonly { state: string }[];
};

function replanned(product: string, { because, how, lost, moved }: Replanned): EventToAppend {
  const count = (state: string) => moved.filter((step) => step.state === state).length;
  return {
    kind: 'consumer-replanned',
    subject: {
      product,
      because,
      ...(how ? { how } : {}),
      asked: count('proposed'),
      covered: count('covered'),
      withdrawn: count('withdrawn'),
      ...(lost.length > 0 ? { lost: [...lost] } : {}),
    },
  };
}
