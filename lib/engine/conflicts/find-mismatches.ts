import { recordOf } from '@/lib/model/model-index';
import type { AttributeRecord } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';
import { parseExpression } from '@/lib/sql/parse';
import { type CompiledEntity, policyApplies } from '../lineage/lineage';
import { overInputs } from '../lineage/over-inputs';
import type { ConflictCode } from '../plan';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { isCurrency } from './is-currency';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

/**
 * What a copied value is said to be against what it is said to be where it comes from: unit, currency, time zone; a type
 * that would lose something; and currencies the house does not count in. Only plain copies are compared: an expression
 * may well convert.
 */
export function findMismatches(facts: OwnFacts): FoundConflict[] {
  return [...findUnits(facts), ...findTypes(facts), ...findCurrencies(facts)];
}

type Copy = { entity: CompiledEntity; name: string; record: AttributeRecord; causes: bigint };

/** Needed attributes that say their unit, with what they are a plain copy of. */
function copiesIn({ demand, lineage }: OwnFacts): (Copy & { from: Omit<Copy, 'causes'> | null })[] {
  return demand.demand.order.flatMap(({ entity, attributes }) => {
    if (!entity || !saysUnits(entity)) return [];
    return attributes.entries().flatMap(([name, { causes }]) => {
      const record = entity.attributes.get(name)?.record;
      if (!record || record.unit === null) return [];
      const tree = overInputs(entity, name);
      const input =
        tree?.kind === 'column' ? entity.derivation?.inputs.find(({ alias }) => alias === tree.qualifier) : undefined;
      const upstream = input?.kind === 'entity' ? lineage.entity(input.ref) : null;
      const source = tree?.kind === 'column' ? upstream?.attributes.get(tree.name) : undefined;
      const from = upstream && source ? { entity: upstream, name: source.name, record: source.record } : null;
      return [{ entity, name, record, causes, from }];
    });
  });
}

const united = new WeakMap<CompiledEntity, boolean>();

/** Few entities say a unit, and everybody who needs one looks. */
function saysUnits(entity: CompiledEntity): boolean {
  const known = united.get(entity) ?? [...entity.attributes.values()].some(({ record }) => record.unit !== null);
  united.set(entity, known);
  return known;
}

function findUnits(facts: OwnFacts): FoundConflict[] {
  const { names, demand } = facts;
  return copiesIn(facts).flatMap(({ entity, name, record, from, causes }): FoundConflict[] => {
    const [own, other] = [record.unit, from?.record.unit ?? null];
    if (own === null || other === null || own === other || from === null) return [];
    const code: ConflictCode =
      isCurrency(own) && isCurrency(other) ? 'currency' : isZone(own) && isZone(other) ? 'timezone' : 'unit';
    const label = `${names.target(entity.product, `${entity.name}.${name}`)} in ${names.product(entity.product)}`;
    const source = `${names.target(from.entity.product, `${from.entity.name}.${from.name}`)} in ${names.product(from.entity.product)}`;
    const relabel = (product: string, put: AttributeRecord, unit: string): Proposal => ({
      words: `Say ${unit} in ${names.product(product)} too, if that is what the numbers are.`,
      change: { schedules: [], records: [{ product, put: [{ ...put, unit }], remove: [] }] },
    });
    return [
      {
        code,
        consumer: demand.consumer.key,
        at: from.entity.product,
        target: `${from.entity.name}.${from.name}`,
        products: [...new Set([entity.product, from.entity.product])],
        path: [`${entity.ref}.${name}`, `${from.entity.ref}.${from.name}`],
        numbers: { unit: own, sourceUnit: other },
        words: `${label} is said to be in ${own}, but it is a copy of ${source}, which is in ${other}. Nothing converts it on the way. ${ownedBy(names, from.entity.product)}`,
        propose: () => [
          relabel(entity.product, record, other),
          relabel(from.entity.product, from.record, own),
          ...loseMetrics(facts, metricsBehind(demand.demand, causes)),
        ],
      },
    ];
  });
}

/** The rules leave a copy out that would lose something; here it is told with whom to talk to, and what would fit. */
function findTypes(facts: OwnFacts): FoundConflict[] {
  const { names, demand, lineage } = facts;
  const { key, product, issues } = demand.consumer;
  return issues.flatMap((issue): FoundConflict[] => {
    const attribute = issue.code === 'expression-wrong-type' ? recordOf(product.model, 'attribute', issue.at) : null;
    const entity = attribute && recordOf(product.model, 'entity', attribute.entityId);
    const parsed = attribute?.expression ? parseExpression(attribute.expression) : null;
    if (!attribute || !entity || !parsed?.ok || parsed.value.kind !== 'column') return [];
    const column = parsed.value;
    const input = inputsOf(entity).find(({ as }) => as === column.qualifier);
    const upstream = input && 'entity' in input ? lineage.entity(input.entity) : null;
    const source = upstream?.attributes.get(column.name)?.record;
    if (!upstream || !source || source.type === attribute.type) return [];
    const target = `${entity.name}.${attribute.name}`;
    return [
      {
        code: 'type',
        consumer: key,
        at: upstream.product,
        target,
        products: [upstream.product],
        path: [`${key}.${target}`, `${upstream.ref}.${source.name}`],
        numbers: { type: attribute.type, sourceType: source.type },
        words: `${names.target(key, target)} is meant to be ${withArticle(attribute.type)}, but ${names.target(upstream.product, `${upstream.name}.${source.name}`)} in ${names.product(upstream.product)} is ${withArticle(source.type)}, and something would be lost. Until they agree, what stands on it is left out. ${ownedBy(names, upstream.product)}`,
        propose: () => [
          {
            words: `Make it ${withArticle(source.type)} here too.`,
            change: {
              schedules: [],
              records: [{ product: key, put: [{ ...attribute, type: source.type }], remove: [] }],
            },
          },
        ],
      },
    ];
  });
}

/** A house rule wants one currency; told where the other one first appears. */
function findCurrencies(facts: OwnFacts): FoundConflict[] {
  const { names, demand, lineage } = facts;
  const { policies, workspace } = lineage.snapshot;
  const ruling = policies.filter(({ requires }) => requires.some(({ rule }) => rule === 'currency'));
  const usual = workspace.currency;
  if (ruling.length === 0 || usual === null) return [];
  return copiesIn(facts).flatMap(({ entity, name, record, from, causes }): FoundConflict[] => {
    const { unit } = record;
    if (unit === null || unit === usual || !isCurrency(unit) || from?.record.unit === unit) return [];
    const product = lineage.product(entity.product)?.product;
    const policy = product && ruling.find((one) => policyApplies(one, product));
    if (!policy) return [];
    return [
      {
        code: 'currency',
        consumer: demand.consumer.key,
        at: entity.product,
        target: `${entity.name}.${name}`,
        products: [entity.product],
        path: [`${entity.ref}.${name}`],
        numbers: { unit, currency: usual, policy: policy.key },
        words: `${names.target(entity.product, `${entity.name}.${name}`)} in ${names.product(entity.product)} is in ${unit}, but the house rule “${policy.key}” wants ${usual} everywhere. ${ownedBy(names, entity.product)}`,
        propose: () => [
          ...loseMetrics(facts, metricsBehind(demand.demand, causes)),
          {
            words: `Take back the house rule “${policy.key}”.`,
            change: { schedules: [], policies: { drop: [policy.key] } },
          },
        ],
      },
    ];
  });
}

function isZone(unit: string): boolean {
  return /^(UTC|GMT|[A-Z][A-Za-z]+\/[A-Za-z_/+-]+)$/.test(unit);
}

function withArticle(type: string): string {
  return `${type === 'integer' ? 'an' : 'a'} ${type}`;
}
