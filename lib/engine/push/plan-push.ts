import { compareText } from '@/lib/base/compare-text';
import { ok, type Result, refuse } from '@/lib/base/result';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { describeIssue } from '@/lib/model/describe-issue';
import { indexModel } from '@/lib/model/model-index';
import { nameOfRecord } from '@/lib/model/names';
import type { Classification } from '@/lib/model/records';
import type { FoundConflict, OwnFacts } from '../conflicts/conflict-facts';
import { findConflicts, findOwnConflicts, type OwnConflicts } from '../conflicts/find-conflicts';
import { settleWhenRead } from '../conflicts/settle-when-read';
import { type PlanAgain, tryRepairs } from '../conflicts/try-repairs';
import { compileLineage } from '../lineage/compile-lineage';
import { keepWhileSame } from '../lineage/keep-while-same';
import type { CompiledProduct, Lineage } from '../lineage/lineage';
import type { LineageLoop } from '../lineage/order-upstream';
import { productGraph } from '../lineage/product-graph';
import type { ConsumerPlan, Plan, PlanConflict } from '../plan';
import { strictestClass } from '../supply/find-classifications';
import { findCompleteness } from '../supply/find-completeness';
import { findHistory } from '../supply/find-history';
import { agesToday, findSupply } from '../supply/find-supply';
import { applyChange } from './apply-change';
import { askCompleteness, findOfferedValues } from './ask-completeness';
import { askDeliveries, strayDeliveries } from './ask-delivery';
import { askFilterValues } from './ask-filter-values';
import { askHistory } from './ask-history';
import { askKeys } from './ask-keys';
import { type AskedPrivacy, askPrivacy } from './ask-privacy';
import { askPromises } from './ask-promises';
import { askReconciliations } from './ask-reconciliation';
import { askReferences } from './ask-reference';
import { askShared } from './ask-shared';
import { askStability, idleContracts } from './ask-stability';
import { askStructure } from './ask-structure';
import { type AskedValidity, askValidity } from './ask-validity';
import { askVolumes } from './ask-volume';
import type { AskedRow } from './asked-row';
import { type ConsumerDemand, planConsumer } from './consumer-demand';
import { findIdleCompleteness } from './find-idle-completeness';
import { findPersonalWithoutPurpose } from './find-personal-without-purpose';
import { findScopes } from './find-scopes';
import { findUnmetHouseRules } from './find-unmet-house-rules';
import { askHouseRules, type ClassesIn, classesIn, type NeededUpstream, ownerless } from './house-rules';
import { judgeRow } from './judge-rows';
import { mergeRows } from './merge-rows';
import { openRowsByConsumer } from './open-rows';
import { lineageNames, planNames } from './plan-names';
import { refuseRows } from './refuse-rows';
import type { SharedAsk } from './shared-ask';

export type PlanRefusal = LineageLoop | { code: 'unknown-consumer'; consumer: string };

/**
 * What a push of these consumers would ask of everyone upstream. Pure: same snapshot, same bytes. What has an error in a
 * model is left out by name and the rest is planned; only a loop in the lineage or a consumer that does not exist is
 * refused. Which products lie upstream is read from what is used, never from what is drawn.
 */
export function planPush(
  snapshot: WorkspaceSnapshot,
  consumers: readonly string[],
  { plansAgainMax = PLANS_AGAIN_MAX }: { plansAgainMax?: number } = {},
): Result<Plan, PlanRefusal> {
  const planned = planOnce(snapshot, consumers);
  if (!planned.ok) return planned;
  return ok({ ...planned.value.plan, conflicts: withRepairs(snapshot, planned.value, plansAgainMax) });
}

/**
 * Does beforehand what a push of this consumer does for it alone, so that a plan of many can be made a few at a time. It
 * is kept as everything about one consumer is: planning finds it, and answers the same as without.
 */
export function planAhead(snapshot: WorkspaceSnapshot, key: string): void {
  const lineage = compileLineage(snapshot);
  const consumer = lineage.product(key);
  if (consumer) planOne(lineage, consumer);
}

/** How many times a plan is made again to prove repairs. Each costs about as much as planning one consumer. */
const PLANS_AGAIN_MAX = 12;

function withRepairs(snapshot: WorkspaceSnapshot, { plan, found }: Planned, plansLeft: number): PlanConflict[] {
  const again: PlanAgain = (change, together) => {
    const after = planOnce(applyChange(snapshot, change), together);
    return after.ok ? { requirements: after.value.plan.requirements, ...standingOf(after.value, together) } : null;
  };
  const budget = plansLeft === 0 ? null : { plansLeft };
  const all = plan.consumers.flatMap(({ key }) => found.get(key) ?? []);
  return settleWhenRead(all, (conflict) =>
    tryRepairs(conflict, again, budget, {
      standing: (together) => standingOf({ plan, found }, together),
      names: planNames(snapshot),
    }),
  );
}

/** What stands in the way of these consumers, and what of them is left out. */
function standingOf({ plan, found }: Planned, keys: readonly string[]) {
  return {
    conflicts: keys.flatMap((key) => found.get(key) ?? []),
    leftOut: plan.consumers.flatMap(({ key, leftOut }) => (keys.includes(key) ? leftOut : [])),
  };
}

type Planned = { plan: Omit<Plan, 'conflicts'>; found: ReadonlyMap<string, readonly FoundConflict[]> };

/** The plan, and the conflicts in it before anybody has looked for a way out. */
function planOnce(snapshot: WorkspaceSnapshot, consumers: readonly string[]): Result<Planned, PlanRefusal> {
  const lineage = compileLineage(snapshot);
  const planned: PlannedConsumer[] = [];
  for (const key of [...new Set(consumers)].sort(compareText)) {
    const consumer = lineage.product(key);
    if (!consumer) return refuse({ code: 'unknown-consumer', consumer: key });
    const one = planOne(lineage, consumer);
    if (!one.ok) return one;
    planned.push(one.value);
  }
  const edges = edgesOfAll(planned);
  const roots = planned.flatMap(({ demand }) => demand.roots);
  const graph = productGraph(lineage, edges, roots);
  if (!graph.ok) return graph;

  const needed = neededUpstream(planned, snapshot.policies.length > 0);
  const asked = [
    ...planned.map(({ demand, shared, rows }) => ({ demand: demand.demand, shared, rows })),
    { demand: null, shared: [], rows: askHouseRules(lineage, needed) },
  ];
  const entities = entitiesByProduct(planned);
  const readers = readersByEntity(planned);
  const merged = mergeRows(asked, (row) => readers.get(`${row.product}.${row.target}`) ?? 0);
  const order = [...new Set(planned.flatMap(({ demand }) => demand.demand.order))];
  const ordered = orderEntities(order, edges);
  const offered = {
    supply: findSupply(lineage, graph.value),
    completeness: findCompleteness(lineage, ordered),
    values: findOfferedValues(lineage, ordered, merged),
    history: findHistory(lineage, ordered, edges),
    classesIn: classesIn(needed),
    entities,
  };
  const requirements = merged.map((row) => judgeRow(lineage, offered, row));
  const openRows = openRowsByConsumer(lineage, requirements, offered.classesIn);
  const found = planned.map((one): [string, FoundConflict[]] => {
    const { key } = one.demand.consumer;
    const beside = { classesIn: offered.classesIn, open: openRows.get(key) ?? [] };
    return [key, findConflicts(ownFacts(lineage, one), beside, one.conflicts)];
  });
  return ok({
    plan: {
      headwater: 1,
      consumers: planned.map((one) => describeConsumer(lineage, one, classesIn(needed))),
      requirements,
      ...findScopes(lineage, planned),
    },
    found: new Map(found),
  });
}

/** Who reads whom for anybody; a join that lives for one of them may be dropped for another. */
function edgesOfAll(planned: readonly PlannedConsumer[]): Map<string, readonly string[]> {
  const edges = new Map<string, readonly string[]>();
  for (const { demand } of planned)
    for (const [ref, inputs] of demand.edges) {
      const known = edges.get(ref);
      if (!known) edges.set(ref, [...new Set(inputs)]);
      else if (inputs.some((input) => !known.includes(input))) edges.set(ref, [...new Set([...known, ...inputs])]);
    }
  return edges;
}

type PlannedConsumer = {
  demand: ConsumerDemand;
  shared: readonly SharedAsk[];
  rows: AskedRow[];
  promises: ReturnType<typeof askPromises>;
  history: ReturnType<typeof askHistory>['needed'];
  checks: AskedValidity['checks'];
  classified: AskedPrivacy['classified'];
  conflicts: OwnConflicts;
};

/** What one consumer asks does not depend on the others, and is kept for as long as nothing it stands on has changed. */
const planOne = keepWhileSame((lineage, consumer: CompiledProduct): Result<PlannedConsumer, LineageLoop> => {
  const demand = planConsumer(lineage, consumer);
  return demand.ok ? ok(askAll(lineage, demand.value)) : demand;
});

function askAll(lineage: Lineage, demand: ConsumerDemand): PlannedConsumer {
  const promises = askPromises(lineage, demand);
  const history = askHistory(demand);
  const privacy = askPrivacy(lineage, demand);
  const references = askReferences(lineage, demand, privacy.classified);
  const reconciled = askReconciliations(lineage, demand);
  const stated = askValidity(lineage, demand);
  const { shared, checks: keyChecks } = askShared(lineage, demand);
  const rows = [
    ...askStructure(lineage, demand),
    ...askKeys(lineage, demand),
    ...history.rows,
    ...promises.rows,
    ...askCompleteness(demand),
    ...references.rows,
    ...askVolumes(lineage, demand),
    ...reconciled.rows,
    ...askDeliveries(lineage, demand),
    ...privacy.rows,
    ...askStability(lineage, demand),
    ...stated.rows,
    ...askFilterValues(lineage, demand),
  ];
  const checks = [...stated.checks, ...keyChecks, ...references.checks, ...reconciled.checks].sort(compareChecks);
  const asked = { demand, shared, rows, promises, history: history.needed, checks, classified: privacy.classified };
  const conflicts = findOwnConflicts(ownFacts(lineage, asked));
  return { ...asked, rows: refuseRows(demand, rows, conflicts.flat()), conflicts };
}

function ownFacts(lineage: Lineage, planned: Omit<PlannedConsumer, 'conflicts'>): OwnFacts {
  const { demand, shared, rows, promises } = planned;
  const { freshness, availability } = promises;
  const names = lineageNames(lineage);
  return { lineage, names, demand, shared, asked: rows, freshness, availability, classesIn: classesIn(planned) };
}

/** Fields are gathered only where house rules may speak of them: there may be a hundred thousand. */
function neededUpstream(planned: readonly PlannedConsumer[], isRuled: boolean): NeededUpstream {
  const products = new Set<string>();
  const attributes = new Map<string, Set<string>>();
  const consumers = new Map<string, string[]>();
  const classified = new Map<string, Classification>();
  const needs = (place: string, consumer: string) => {
    const known = consumers.get(place);
    if (known) known.push(consumer);
    else consumers.set(place, [consumer]);
  };
  for (const { demand, classified: own } of planned) {
    const { key } = demand.consumer;
    for (const product of demand.graph.order) if (product !== key) needs(product, key);
    for (const product of demand.graph.order) if (product !== key) products.add(product);
    for (const [ref, entity] of isRuled ? demand.demand.entities : []) {
      if (entity.product === key) continue;
      needs(ref, key);
      const names = attributes.get(ref) ?? new Set<string>();
      attributes.set(ref, names);
      for (const name of entity.attributes.keys()) {
        names.add(name);
        needs(`${ref}.${name}`, key);
        const both = strictestClass(classified.get(`${ref}.${name}`), own.get(`${ref}.${name}`));
        if (both !== null) classified.set(`${ref}.${name}`, both);
      }
    }
  }
  const sorted = [...attributes].sort(([a], [b]) => compareText(a, b));
  return {
    products: [...products].sort(compareText),
    attributes: new Map(sorted.map(([ref, names]) => [ref, [...names].sort(compareText)])),
    consumers,
    classified,
  };
}

function entitiesByProduct(planned: readonly PlannedConsumer[]): Map<string, string[]> {
  const found = new Map<string, Set<string>>();
  for (const { demand } of planned)
    for (const ref of demand.demand.order) {
      const product = demand.demand.entities.get(ref)?.product ?? '';
      found.set(product, (found.get(product) ?? new Set()).add(ref));
    }
  return new Map([...found].map(([product, refs]) => [product, [...refs].sort(compareText)]));
}

/** How many consumers need an entity: a row filter holds only when every one of them filters. */
function readersByEntity(planned: readonly PlannedConsumer[]): Map<string, number> {
  const found = new Map<string, number>();
  for (const { demand } of planned)
    for (const ref of demand.demand.order)
      if (!ref.startsWith(`${demand.consumer.key}.`)) found.set(ref, (found.get(ref) ?? 0) + 1);
  return found;
}

/** All needed entities, each after everything that reads it: the consumers' own orders do not simply concatenate. */
function orderEntities(refs: readonly string[], edges: ReadonlyMap<string, readonly string[]>): string[] {
  const open = new Map(refs.map((ref) => [ref, 0]));
  for (const inputs of edges.values()) for (const input of inputs) open.set(input, (open.get(input) ?? 0) + 1);
  const ready = [...open].filter(([, count]) => count === 0).map(([ref]) => ref);
  const order: string[] = [];
  for (let ref = ready.pop(); ref !== undefined; ref = ready.pop()) {
    order.push(ref);
    for (const input of edges.get(ref) ?? []) {
      const left = (open.get(input) ?? 0) - 1;
      open.set(input, left);
      if (left === 0) ready.push(input);
    }
  }
  return order;
}

function describeConsumer(
  lineage: Lineage,
  { demand, promises, checks, classified }: PlannedConsumer,
  classes: ClassesIn,
): ConsumerPlan {
  const { consumer, graph } = demand;
  const age = agesToday(lineage, graph).freshness.get(consumer.key);
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
      ...graph.order.flatMap((key) => {
        const upstream = key === consumer.key ? null : lineage.product(key);
        return upstream ? describeIssues(upstream, `${key}:`).filter(({ severity }) => severity === 'error') : [];
      }),
      ...demand.demand.unplaced.map((wish) => ({
        code: 'nobody-to-ask',
        at: wish,
        severity: 'warning' as const,
        words: `${wish} comes from nowhere yet, and there is no product to ask for it.`,
      })),
      ...estimatedNeeds(demand),
      ...findIdleCompleteness(demand),
      ...idleContracts(lineage, demand),
      ...strayDeliveries(lineage, demand),
      ...findUnmetHouseRules(lineage, demand, classesIn({ classified })),
      ...findPersonalWithoutPurpose(demand, classified),
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

function compareChecks(a: ConsumerPlan['checks'][number], b: ConsumerPlan['checks'][number]): number {
  return compareText(a.on, b.on) || compareText(a.rule, b.rule) || compareText(a.check, b.check);
}

/** A number somebody guessed is nobody's need until a person confirms it: it is said, and not asked. */
function estimatedNeeds({ consumer }: ConsumerDemand): ConsumerPlan['issues'] {
  return indexModel(consumer.model).byKind.expectation.flatMap(({ id, origin }) => {
    if (origin === 'stated') return [];
    const at = nameOfRecord(consumer.model, id);
    const words = `“${at}” is an estimate and is not asked of anybody until somebody confirms it.`;
    return [{ code: 'estimated-not-asked', at, severity: 'warning' as const, words }];
  });
}
