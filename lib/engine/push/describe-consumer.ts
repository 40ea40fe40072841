import { compareText } from '@/lib/base/compare-text';
import { describeIssue } from '@/lib/model/describe-issue';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import type { ConsumerPlan } from '../plan';
import { agesToday } from '../supply/find-supply';
import { strayDeliveries } from './ask-delivery';
import { idleContracts } from './ask-stability';
import type { ConsumerDemand } from './consumer-demand';
import { findIdleCompleteness } from './find-idle-completeness';
import { findNeedsOfNothing } from './find-needs-of-nothing';
import { findPersonalWithoutPurpose } from './find-personal-without-purpose';
import { findUnmetHouseRules } from './find-unmet-house-rules';
import { type ClassesIn, classesIn, ownerless } from './house-rules';
import type { PlannedConsumer } from './plan-one';

/** What the plan says of one consumer besides its requirements: its promises as they compose, and what is wrong or left out. */
export function describeConsumer(
  lineage: Lineage,
  { demand, promises, checks, classified }: PlannedConsumer,
  classes: ClassesIn,
): ConsumerPlan {
  const { consumer, graph } = demand;
  const drafts = graph.order.filter(
    (product) => product !== consumer.key && lineage.product(product)?.offers === false,
  );
  const age = drafts.length > 0 ? null : agesToday(lineage, graph).freshness.get(consumer.key);
  const { availability } = promises;
  const unowned = ownerless(
    lineage,
    graph.order.filter((product) => product !== consumer.key),
    classes,
  );
  return {
    key: consumer.key,
    own: availability ? { availability: availability.own } : {},
    composite: {
      ...(availability ? { availability: availability.composite } : {}),
      ...(age === undefined || age === null ? {} : { freshnessMinutes: age }),
    },
    ...(promises.agreedFreshness === null ? {} : { agreed: { freshnessMinutes: promises.agreedFreshness } }),
    issues: [
      ...describeIssues(consumer, ''),
      ...graph.order.flatMap((key): ConsumerPlan['issues'] => {
        const upstream = key === consumer.key ? null : lineage.product(key);
        return upstream ? errorsIn(upstream) : [];
      }),
      ...demand.demand.unplaced.map((wish) => ({
        code: 'nobody-to-ask',
        at: wish,
        severity: 'warning' as const,
        words: `${wish} comes from nowhere yet, and there is no product to ask for it.`,
      })),
      ...estimatedNeeds(demand),
      ...findIdleCompleteness(demand),
      ...findNeedsOfNothing(demand),
      ...idleContracts(lineage, demand),
      ...strayDeliveries(lineage, demand),
      ...findUnmetHouseRules(lineage, demand, classesIn({ classified })),
      ...findPersonalWithoutPurpose(demand, classified),
      ...drafts.map((product) => ({
        code: 'product-is-draft',
        at: product,
        severity: 'warning' as const,
        words: `${lineage.product(product)?.product.name ?? product} is a draft and offers nothing yet, so all that is asked of it is missing.`,
      })),
      ...unowned.map((product) => ({
        code: 'product-without-owner',
        at: product,
        severity: 'warning' as const,
        words: `${lineage.product(product)?.product.name ?? product} is needed and nobody owns it, so nobody can accept.`,
      })),
    ],
    checks,
    leftOut: consumer.leftOut.map(({ name }) => name).sort(compareText),
    notPlanned: [],
  };
}

/**
 * What is wrong in a model, by name; in an upstream one behind its product, because it is missing from the plan too.
 * Which labels a reader may mix up is a matter of the drawing: a plan goes by names.
 */
function describeIssues({ issues, product }: CompiledProduct, prefix: string): ConsumerPlan['issues'] {
  const planned = issues.filter(({ code }) => code !== 'label-collision');
  return planned.map((issue) => ({
    code: issue.code,
    at: `${prefix}${nameOfRecord(product.model, issue.at)}`,
    severity: issue.severity,
    words: describeIssue(issue, product.model, 'field'),
  }));
}

/** The same for all who read it. */
function errorsIn(upstream: CompiledProduct): ConsumerPlan['issues'] {
  const known = errors.get(upstream);
  if (known) return known;
  const made = describeIssues(upstream, `${upstream.product.key}:`).filter(({ severity }) => severity === 'error');
  errors.set(upstream, made);
  return made;
}

const errors = new WeakMap<CompiledProduct, ConsumerPlan['issues']>();

/** A number somebody guessed is nobody's need until a person confirms it: it is said, and not asked. */
function estimatedNeeds({ consumer }: ConsumerDemand): ConsumerPlan['issues'] {
  return indexModel(consumer.model).byKind.expectation.flatMap(({ id, origin }) => {
    if (origin === 'stated') return [];
    const at = nameOfRecord(consumer.model, id);
    const words = `“${at}” is an estimate and is not asked of anybody until somebody confirms it.`;
    return [{ code: 'estimated-not-asked', at, severity: 'warning' as const, words }];
  });
}
