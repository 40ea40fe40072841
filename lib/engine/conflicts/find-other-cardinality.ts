import { indexModel, recordOf } from '@/lib/model/model-index';
import type { Cardinality, ModelDocument, RelationshipEnd } from '@/lib/model/records';
import { carryKey } from '../demand/carry-keys';
import type { CompiledEntity } from '../lineage/lineage';
import type { FoundConflict, OwnFacts } from './conflict-facts';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

/**
 * A line the consumer draws between two things of one product, and that product draws otherwise: where the consumer counts
 * on one, there may be many. Only where both keys are plain copies, so that it is the same line; one that promises more
 * than is needed is no conflict.
 */
export function findOtherCardinality(facts: OwnFacts): FoundConflict[] {
  const { demand, lineage, names } = facts;
  const { consumer, uses } = demand;
  return [...uses.relationships].flatMap(([id, causes]): FoundConflict[] => {
    const line = recordOf(consumer.model, 'relationship', id);
    const [from, to] = [line?.from, line?.to].map((end) => end && carryEnd(facts, end));
    if (!line?.cardinality || !from || !to || from.entity.product !== to.entity.product) return [];
    const provider = from.entity.product === consumer.key ? null : lineage.product(from.entity.product);
    const drawn = provider && drawnBetween(provider.model, from, to);
    if (!provider || !drawn || !countsOnMore(line.cardinality, drawn.cardinality)) return [];
    const [one, other] = [from, to].map(({ entity }) => names.target(provider.key, entity.name));
    return [
      {
        code: 'cardinality',
        consumer: consumer.key,
        at: provider.key,
        target: drawn.name,
        products: [provider.key],
        path: [`${consumer.key}:${line.name}`, `${provider.key}:${drawn.name}`],
        numbers: { needed: line.cardinality, offered: drawn.cardinality },
        words: `${names.product(consumer.key)} says that ${one} to ${other} is ${line.cardinality}, but ${names.product(provider.key)} says it is ${drawn.cardinality}. What is added up across it may count twice. ${ownedBy(names, provider.key)}`,
        propose: () => [
          {
            words: `Draw it ${drawn.cardinality} here too.`,
            change: {
              schedules: [],
              records: [{ product: consumer.key, put: [{ ...line, cardinality: drawn.cardinality }], remove: [] }],
            },
          },
          ...loseMetrics(facts, metricsBehind(demand.demand, causes)),
        ],
      },
    ];
  });
}

type End = { entity: CompiledEntity; key: readonly string[] };

/** An end's entity and key, one hop upstream; null where the key is made here. */
function carryEnd({ demand, lineage }: OwnFacts, end: RelationshipEnd): End | null {
  const { consumer } = demand;
  const entity = consumer.entities.get(recordOf(consumer.model, 'entity', end.entityId)?.name ?? '');
  const key = end.attributeIds.flatMap((id) => recordOf(consumer.model, 'attribute', id)?.name ?? []);
  return entity ? carryKey(lineage, entity, key) : null;
}

const REVERSED: Record<Cardinality, Cardinality> = {
  'one-to-one': 'one-to-one',
  'many-to-one': 'one-to-many',
  'one-to-many': 'many-to-one',
};

/** The provider's own line between the same keys, as seen from the same end. */
function drawnBetween(model: ModelDocument, from: End, to: End): { name: string; cardinality: Cardinality } | null {
  const isAt = (end: RelationshipEnd, { entity, key }: End) => {
    const names = end.attributeIds.flatMap((id) => recordOf(model, 'attribute', id)?.name ?? []);
    return end.entityId === entity.record.id && [...names].sort().join() === [...key].sort().join();
  };
  for (const line of indexModel(model).byKind.relationship) {
    if (line.cardinality === null) continue;
    if (isAt(line.from, from) && isAt(line.to, to)) return { name: line.name, cardinality: line.cardinality };
    if (isAt(line.from, to) && isAt(line.to, from)) return { name: line.name, cardinality: REVERSED[line.cardinality] };
  }
  return null;
}

/** Does the consumer count on one where the provider has many? */
function countsOnMore(own: Cardinality, theirs: Cardinality): boolean {
  const [ownFrom, ownTo] = own.split('-to-');
  const [theirFrom, theirTo] = theirs.split('-to-');
  return (ownFrom === 'one' && theirFrom === 'many') || (ownTo === 'one' && theirTo === 'many');
}
