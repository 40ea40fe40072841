import { countOf } from '@/lib/base/count-of';
import { findCandidates } from '@/lib/catalog/candidates';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import { findByName } from '@/lib/model/names';
import type { AttributeRecord, RecordId } from '@/lib/model/records';
import { isAssignable } from '@/lib/sql/types';
import { whyAsked } from '../demand/find-best-product';
import type { CompiledEntity, Lineage } from '../lineage/lineage';
import type { FoundConflict, OwnFacts, Proposal } from './conflict-facts';
import { cutWithout } from './cut-without';
import { doWithout } from './do-without';
import { metricsBehind } from './metrics-behind';
import { needsBehind } from './needs-behind';
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
      words: `${describeWhoHasIt(facts, gap, { wished: names.target(wishing, target), use })} ${ownedBy(names, gap.product)}`,
      propose: () => [
        ...(position < LOOKED_FOR_MAX && wishing === consumer.key ? bindings(facts, entity, gap.attribute) : []),
        ...(wishing === consumer.key ? withoutCut(facts, entity, gap.attribute) : []),
        ...doWithout(facts, metrics, needsBehind(demand.demand, gap.causes)),
      ],
    };
  });
}

type Gap = OwnFacts['demand']['demand']['gaps'][number];

/** Who would be asked, and why: somebody further left may have it, and where nobody has a word of it, that is said. */
function describeWhoHasIt(
  { lineage, names }: OwnFacts,
  { wish, attribute, product, entity }: Gap,
  { wished, use }: { wished: string; use: string },
): string {
  const asked = names.product(product);
  const wishing = lineage.entity(wish);
  const type = attribute === null ? undefined : wishing?.attributes.get(attribute)?.record.type;
  const provider = lineage.entity(`${product}.${entity}`);
  const behind =
    attribute === null || !type || !provider ? null : findBehind(lineage, provider, { name: attribute, type });
  if (behind)
    return `${asked} does not offer ${wished} yet${use}. ${names.target(behind.product, behind.name)} in ${names.product(behind.product)} has it, and ${asked} would be asked to pass it on.`;
  const nobody = `Nobody offers ${wished} yet${use}.`;
  const asker = ownerIn(wish);
  const why = attribute === null && wishing ? whyAsked(lineage, { asker, wish: wishing, product }) : 'alike';
  if (why === 'alike') return `${nobody} ${asked} would be asked for it.`;
  const because = why === 'first' ? 'it comes first by name' : `${names.product(asker)} reads most from it`;
  return `${nobody} Nothing on offer is called like it or like its fields: ${asked} would be asked for it only because ${because}.`;
}

const LOOKED_AT_MAX = 50;

/** What an entity is made from row by row, however far left, and has a field of that name already. */
function findBehind(
  lineage: Lineage,
  provider: CompiledEntity,
  { name, type }: { name: string; type: AttributeRecord['type'] },
): CompiledEntity | null {
  const seen = new Set([provider]);
  for (const { ref, derivation, attributes } of seen) {
    const found = attributes.get(name);
    if (ref !== provider.ref && found?.tree && isAssignable(found.record.type, type)) return lineage.entity(ref);
    if (!derivation || derivation.groupBy.length > 0 || seen.size > LOOKED_AT_MAX) continue;
    for (const input of derivation.inputs) {
      const isOne = input.kind === 'entity' && (input.join === 'from' || input.pinsGrain);
      const next = isOne ? lineage.entity(input.ref) : null;
      if (next) seen.add(next);
    }
  }
  return null;
}

function withoutCut(facts: OwnFacts, entity: string, attribute: string | null): Proposal[] {
  const target = `${entity}.${attribute}`;
  const wished = attribute === null ? null : findByName(facts.demand.consumer.model, 'attribute', target);
  return wished ? cutWithout(facts, new Set([wished.id]), target) : [];
}

/** One field of what comes from nowhere is taken with all that it can be taken with, and not alone. */
function bindings(facts: OwnFacts, entity: string, attribute: string | null): Proposal[] {
  const { product } = facts.demand.consumer;
  const record = indexModel(product.model).entityByName.get(entity);
  if (!record) return [];
  if (attribute === null) return bindingsOf(facts, { entity, attribute: null, id: record.id });
  const wished = attributeNamesIn(product.model, record.id).get(attribute);
  if (!wished) return [];
  const alone = bindingsOf(facts, { entity, attribute, id: wished.id });
  if (record.derivation) return alone;
  const together = bindingsOf(facts, { entity, attribute: null, id: record.id }, attribute);
  const refs = new Set(together.flatMap(({ change }) => change.bind?.map(({ to }) => `${to}.${attribute}`) ?? []));
  return [...together, ...alone.filter(({ change }) => !change.bind?.some(({ to }) => refs.has(to)))];
}

type Wished = { entity: string; attribute: string | null; id: RecordId };

function bindingsOf(
  { lineage, demand, names }: OwnFacts,
  { entity, attribute, id }: Wished,
  covering?: string,
): Proposal[] {
  const { key } = demand.consumer;
  const candidates = findCandidates(lineage.snapshot, { product: key, recordId: id }, CANDIDATES_MAX);
  return candidates.flatMap((candidate) => {
    const target = candidate.attribute === null ? candidate.entity : `${candidate.entity}.${candidate.attribute}`;
    const { covered, of } = candidate.coverage;
    const has = lineage.entity(candidate.ref)?.attributes;
    if (covering !== undefined && !has?.get(covering)?.tree) return [];
    const share = attribute === null && of > 0 ? `, which has ${covered.length} of its ${countOf(of, 'field')}` : '';
    const words = `Take it from ${names.target(candidate.product, target)} in ${names.product(candidate.product)}${share}.`;
    return [{ words, change: { schedules: [], bind: [{ product: key, entity, attribute, to: candidate.ref }] } }];
  });
}
