import { can } from '@/lib/auth/can';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import type { Requirement } from '@/lib/engine/plan';
import { rowKey } from '@/lib/engine/push/asked-row';
import type { PlanNames } from '@/lib/engine/push/plan-names';
import type { AskAction } from '@/lib/reviews/ask-action';
import { counterShape } from '@/lib/reviews/counter-value';
import { possibleActions } from '@/lib/reviews/possible-actions';
import { findWaitsOn } from '@/lib/reviews/waits-on';
import { askResource, policyOf } from './ask-policy';
import { askedThrough } from './asked-through';
import type { FoundAsk } from './find-ask';
import { findWayOut } from './find-way-out';
import { foreseeSettled } from './foresee-settled';
import { livePlan } from './live-plan';
import type { NamedPerson, WhoIs } from './named-change';
import type { RequirementHead, StoredRequirement } from './store';
import type { World } from './world';

/** What the reader may do with one line now: what the table knows from here, of that what the policy allows them. */
export function actionsOn(
  world: World,
  snapshot: WorkspaceSnapshot,
  found: Pick<FoundAsk, 'consumer' | 'product' | 'askedByIds'>,
  row: RequirementHead,
): AskAction[] {
  const resource = askResource(world, snapshot, found, [row]);
  return possibleActions(row).filter((action) => can(world.actor, policyOf(action), resource).allowed);
}

export type Telling = {
  snapshot: WorkspaceSnapshot;
  names: PlanNames;
  whoIs: WhoIs;
  /** People by key. */
  person: (key: string) => NamedPerson | null;
  /** Everything the consumer asks of anybody. */
  siblings: readonly StoredRequirement[];
};

/** What both sides have said about one line, and what it waits for. */
export function describeNegotiation(row: StoredRequirement, { snapshot, names, whoIs, person, siblings }: Telling) {
  const { counteredById, counteredAt, agreedById, agreedAt, delegateKey } = row;
  const offeredBy = whoIs(counteredById);
  const agreedBy = whoIs(agreedById);
  return {
    wayOut: findWayOut(row, { snapshot, names }),
    counterIn: counterShape(row),
    counter:
      offeredBy && counteredAt
        ? {
            value: row.counterValue,
            reason: row.counterReason ?? '',
            date: row.counterDate,
            by: offeredBy,
            at: counteredAt.toISOString(),
          }
        : null,
    question: row.state === 'needs-information' ? row.question : null,
    deferredUntil: row.state === 'deferred' ? row.deferredUntil : null,
    delegate: delegateKey === null ? null : person(delegateKey),
    agreed: agreedBy && agreedAt ? { by: agreedBy, at: agreedAt.toISOString() } : null,
    waitsOn: findWaitsOn(row, siblings).map(({ ask, product, line }) => ({
      ask,
      product: { key: product, name: names.product(product) },
      wouldBe: foreseeSettled(row, line, { snapshot }),
    })),
  };
}

/**
 * Who needs this most of several, and what would still be needed without them: planned again with the others alone, which
 * are those who need it at all. Null where nobody else needs it, or where the others need just as much.
 */
export function describeBinding(
  merged: Requirement | undefined,
  { snapshot, names }: { snapshot: WorkspaceSnapshot; names: PlanNames },
) {
  if (!merged) return null;
  const needing = [...new Set(merged.because.map((cause) => cause.consumer))];
  const others = needing.filter((key) => !merged.binding.includes(key));
  if (needing.length < 2 || others.length === 0) return null;
  const left = askedThrough(snapshot, livePlan(snapshot, others.toSorted())).asked(merged.product);
  return {
    binding: merged.binding.map((key) => ({ key, name: names.product(key) })),
    value: merged.value,
    without: left.find((one) => rowKey(one) === rowKey(merged))?.value ?? null,
    others: others.map((key) => ({ key, name: names.product(key) })),
  };
}
