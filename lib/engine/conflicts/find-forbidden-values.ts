import { joinWords } from '@/lib/base/join-words';
import type { Policy } from '@/lib/catalog/snapshot';
import { indexModel } from '@/lib/model/model-index';
import type { Classification } from '@/lib/model/records';
import { columnsOf, hasAggregate } from '@/lib/sql/columns';
import type { CompiledEntity } from '../lineage/lineage';
import { policyApplies } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { ConflictFacts, FoundConflict, Proposal } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

type Rule = { policy: Policy; rule: Extract<Policy['requires'][number], { rule: 'mask' | 'stays-in' }> };

/**
 * Values a house rule hides or keeps at home, and the consumer needs as they are. What a protected value is copied or
 * computed into is protected too; what is added up over many rows is not. A masked value still joins and filters, so only
 * a need of the value itself is told; what must stay may not even be carried.
 */
export function findForbiddenValues(facts: ConflictFacts): FoundConflict[] {
  const { demand, lineage } = facts;
  const rules = lineage.snapshot.policies.flatMap((policy) =>
    policy.requires.flatMap((rule): Rule[] =>
      rule.rule === 'mask' || rule.rule === 'stays-in' ? [{ policy, rule }] : [],
    ),
  );
  return rules.flatMap((one): FoundConflict[] => {
    const isProtected = protection(facts, one);
    const found = new Map<string, FoundConflict>();
    for (const ref of [...demand.demand.order].reverse()) {
      const needed = demand.demand.entities.get(ref);
      if (!needed?.entity) continue;
      for (const { name, causes, direct } of needed.attributes.values()) {
        if (!isForbidden(facts, one, needed.entity, direct !== 0n) || !isProtected(needed.entity, name)) continue;
        const origin = originOf(facts, needed.entity, name);
        const known = found.get(origin);
        if (!known) found.set(origin, tell(facts, one, { entity: needed.entity, name, origin, causes }));
      }
    }
    return [...found.values()];
  });
}

/** Masked where the rule applies; kept at home means that any other product is out of bounds. */
function isForbidden(
  { lineage }: ConflictFacts,
  { policy, rule }: Rule,
  entity: CompiledEntity,
  isDirect: boolean,
): boolean {
  const product = lineage.product(entity.product)?.product;
  if (!product) return false;
  if (rule.rule === 'mask') return isDirect && policyApplies(policy, product);
  const isHome =
    (rule.alignment === undefined || rule.alignment === product.alignment) &&
    (rule.domain === undefined || rule.domain === product.domain);
  return !isHome;
}

function protection({ lineage }: ConflictFacts, { policy }: Rule) {
  const known = new Map<string, boolean>();
  const speaksOf = (classification: Classification | null) =>
    policy.applies.classification === undefined ||
    (classification !== null && policy.applies.classification.includes(classification));
  const isProtected = (entity: CompiledEntity, name: string): boolean => {
    const key = `${entity.ref}.${name}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    known.set(key, false);
    const product = lineage.product(entity.product)?.product;
    const record = entity.attributes.get(name)?.record;
    const own =
      record !== undefined &&
      product !== undefined &&
      policyApplies(policy, product) &&
      speaksOf(record.classification);
    const answer = own || comesFromProtected(entity, name);
    known.set(key, answer);
    return answer;
  };
  const comesFromProtected = (entity: CompiledEntity, name: string): boolean => {
    const tree = overInputs(entity, name);
    if (tree === null || hasAggregate(tree)) return false;
    return columnsOf(tree).some((column) => {
      const input = entity.derivation?.inputs.find(({ alias }) => alias === column.qualifier);
      if (input?.kind === 'entity') {
        const upstream = lineage.entity(input.ref);
        return upstream !== null && isProtected(upstream, column.name);
      }
      const reader = lineage.product(entity.product)?.product;
      if (!reader || !policyApplies(policy, reader)) return false;
      const source = input && lineage.table(input.ref)?.table.columns.find((one) => one.name === column.name);
      return (
        policy.applies.classification !== undefined && source?.classification != null && speaksOf(source.classification)
      );
    });
  };
  return isProtected;
}

/** The attribute of the source product that a plain copy goes back to: all copies of one value are one conflict. */
function originOf({ lineage }: ConflictFacts, entity: CompiledEntity, name: string): string {
  let at = entity;
  let own = name;
  for (let steps = 0; steps < 1000; steps++) {
    const tree = overInputs(at, own);
    const input =
      tree?.kind === 'column' ? at.derivation?.inputs.find(({ alias }) => alias === tree.qualifier) : undefined;
    const upstream = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
    if (!upstream || tree?.kind !== 'column') break;
    at = upstream;
    own = tree.name;
  }
  return `${at.ref}.${own}`;
}

type Forbidden = { entity: CompiledEntity; name: string; origin: string; causes: bigint };

function tell(
  facts: ConflictFacts,
  { policy, rule }: Rule,
  { entity, name, origin, causes }: Forbidden,
): FoundConflict {
  const { names, demand } = facts;
  const { key } = demand.consumer;
  const at = origin.slice(0, origin.indexOf('.'));
  const target = origin.slice(at.length + 1);
  const metrics = metricsBehind(demand.demand, causes);
  const who =
    metrics.length === 0 ? names.product(key) : joinWords(metrics.slice(0, 2).map((one) => names.metric(key, one)));
  const verb = metrics.slice(0, 2).length > 1 ? 'need' : 'needs';
  const home =
    rule.rule === 'stays-in'
      ? [rule.alignment && `${rule.alignment} products`, rule.domain && `the domain ${rule.domain}`]
      : [];
  const says =
    rule.rule === 'mask'
      ? `hides it in ${names.product(entity.product)}`
      : `keeps it in ${joinWords(home.flatMap((one) => one ?? []))}, and it would be carried to ${names.product(entity.product)}`;
  return {
    code: 'policy-against-need',
    consumer: key,
    at,
    target,
    products: [...new Set([at, entity.product])],
    path: [`${entity.ref}.${name}`, origin],
    numbers: { policy: policy.key, rule: rule.rule },
    words: `${who} ${verb} ${names.target(at, target)} as it is, but the house rule “${policy.key}” ${says}. ${ownedBy(names, at)}`,
    propose: () => [
      ...withoutCut(facts, origin),
      ...loseMetrics(facts, metrics),
      {
        words: `Take back the house rule “${policy.key}”.`,
        change: { schedules: [], policies: { drop: [policy.key] } },
      },
    ],
  };
}

/** Where it only cuts numbers, the numbers stay without that cut. */
function withoutCut(facts: ConflictFacts, origin: string): Proposal[] {
  const { demand, names } = facts;
  const { key, model, entities } = demand.consumer;
  const copies = [...entities.values()].flatMap((entity) =>
    [...entity.attributes.values()].flatMap(({ name, record }) =>
      originOf(facts, entity, name) === origin ? [{ id: record.id, target: `${entity.name}.${name}` }] : [],
    ),
  );
  const isCopy = (id: string) => copies.some((copy) => copy.id === id);
  const cut = indexModel(model).byKind.metric.filter(({ sliceIds }) => sliceIds.some(isCopy));
  const [copy] = copies;
  if (!copy || cut.length === 0) return [];
  const put = cut.map((metric) => ({ ...metric, sliceIds: metric.sliceIds.filter((id) => !isCopy(id)) }));
  return [
    {
      words: `Do not cut ${joinWords(cut.map((metric) => names.metric(key, metric.name)))} by ${names.target(key, copy.target)}.`,
      change: { schedules: [], records: [{ product: key, put, remove: [] }] },
      loses: cut.map((metric) => `${metric.name} by ${copy.target}`),
    },
  ];
}
