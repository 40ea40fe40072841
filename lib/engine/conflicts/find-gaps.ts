import { countOf } from '@/lib/base/count-of';
import { findCandidates } from '@/lib/catalog/candidates';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import { findByName } from '@/lib/model/names';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { cutWithout } from './cut-without';
import { loseMetrics } from './lose-metrics';
import { metricsBehind } from './metrics-behind';
import { ownedBy } from './owned-by';

const LOOKED_FOR_MAX = 5;
const CANDIDATES_MAX = 3;

/**
 * Something drawn and used that comes from nowhere: a warning, because it is asked of whoever is best placed to provide
 * it. What the catalog has under such a name is tried for the first few of them. A whole entity is told once.
 */
export function findGaps(facts: OwnFacts): FoundConflict[] {
  const { demand, names, lineage } = facts;
  const { consumer } = demand;
  const open = demand.demand.gaps.filter(({ product, entity, attribute }) => {
    const offered = lineage.entity(`${product}.${entity}`);
    return !(attribute === null ? offered?.derivation : offered?.attributes.get(attribute)?.tree);
  });
  const wholes = new Set(open.flatMap(({ attribute, wish }) => (attribute === null ? [wish] : [])));
  const told = open.filter(({ attribute, wish }) => attribute === null || !wholes.has(wish));
  return told.map((gap, position): FoundConflict => {
    // A wish that travels on stands in the model of whoever took it on.
    const wishing = ownerIn(gap.wish);
    const entity = nameIn(gap.wish);
    const target = gap.attribute === null ? entity : `${entity}.${gap.attribute}`;
    const metrics = metricsBehind(demand.demand, gap.causes);
    const use =
      metrics.length === 0
        ? ''
        : `, and ${metrics.length === 1 ? 'one number' : `${metrics.length} numbers`} of ${names.product(consumer.key)} ${metrics.length === 1 ? 'stands' : 'stand'} on it`;
    return {
      code: 'gap',
      consumer: consumer.key,
      at: gap.product,
      target,
      severity: 'warning',
      products: [gap.product],
      path: [gap.wish, `${gap.product}:${gap.entity}`],
      numbers: { metrics: metrics.length },
      words: `Nobody offers ${names.target(wishing, target)} yet${use}. ${names.product(gap.product)} would be asked for it. ${ownedBy(names, gap.product)}`,
      propose: () => [
        ...(position < LOOKED_FOR_MAX && wishing === consumer.key ? bindings(facts, entity, gap.attribute) : []),
        ...(wishing === consumer.key ? withoutCut(facts, entity, gap.attribute) : []),
        ...loseMetrics(facts, metrics),
      ],
    };
  });
}

function withoutCut(facts: OwnFacts, entity: string, attribute: string | null): Proposal[] {
  const target = `${entity}.${attribute}`;
  const wished = attribute === null ? null : findByName(facts.demand.consumer.model, 'attribute', target);
  return wished ? cutWithout(facts, new Set([wished.id]), target) : [];
}

function bindings({ lineage, demand, names }: OwnFacts, entity: string, attribute: string | null): Proposal[] {
  const { key, product } = demand.consumer;
  const record = indexModel(product.model).entityByName.get(entity);
  const wished = record && (attribute === null ? record : attributeNamesIn(product.model, record.id).get(attribute));
  if (!wished) return [];
  const candidates = findCandidates(lineage.snapshot, { product: key, recordId: wished.id }, CANDIDATES_MAX);
  return candidates.map((candidate) => {
    const target = candidate.attribute === null ? candidate.entity : `${candidate.entity}.${candidate.attribute}`;
    const { covered, of } = candidate.coverage;
    const share = attribute === null && of > 0 ? `, which has ${covered.length} of its ${countOf(of, 'field')}` : '';
    return {
      words: `Take it from ${names.target(candidate.product, target)} in ${names.product(candidate.product)}${share}.`,
      change: { schedules: [], bind: [{ product: key, entity, attribute, to: candidate.ref }] },
    };
  });
}
