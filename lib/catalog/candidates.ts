import { compareText } from '@/lib/base/compare-text';
import { attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { AttributeRecord, EntityRecord, RecordId } from '@/lib/model/records';
import { isAssignable } from '@/lib/sql/types';
import { downstreamOf, inputProductsOf } from './downstream';
import { type About, compareNaming, type Naming, wordsOfNaming } from './naming';
import type { Product, WorkspaceSnapshot } from './snapshot';

/** Something that could provide a wish, and everything that speaks for it or against it. */
export type Candidate = {
  /** `product.entity` or `product.entity.attribute`: what a binding names. */
  ref: string;
  product: string;
  entity: string;
  /** Null when an entity is wished for. */
  attribute: string | null;
  score: number;
  reasons: CandidateReason[];
  /**
   * Attributes of the wished entity that the offered one has by the same name and in a type that fits, of all that are
   * wished; for an attribute, of all that its entity still lacks. What covers more needs fewer other products.
   */
  coverage: { covered: string[]; of: number };
};
export type CandidateReason =
  | { code: 'called-the-same'; text: string }
  /** `share`: how much of both names is in common, above 0 and at most 1. */
  | { code: 'called-alike'; text: string; share: number }
  | { code: 'shares-attributes'; names: string[]; of: number }
  | { code: 'same-type' | 'fitting-type'; type: string }
  | { code: 'same-unit'; unit: string }
  | { code: 'other-unit'; unit: string; wanted: string }
  | { code: 'same-role' }
  | { code: 'of-the-same-entity'; entity: string }
  | { code: 'already-an-input'; entity: string }
  | { code: 'already-leaned-on'; product: string };

const WEIGHT: Record<CandidateReason['code'], number> = {
  'called-the-same': 60,
  'called-alike': 40,
  'shares-attributes': 40,
  'same-type': 8,
  'fitting-type': 3,
  'same-unit': 6,
  'other-unit': -15,
  'same-role': 4,
  'of-the-same-entity': 15,
  'already-an-input': 20,
  'already-leaned-on': 5,
};
const CANDIDATES_MAX = 10;

/**
 * What the catalog has for an entity or an attribute that nothing feeds yet, best first. Only products that may be read
 * are looked at: published, no consumers, nothing made from the asker. A name in common is what makes a candidate; type,
 * unit and place only rank it, and a type that would lose something rules it out. Of two that are as good, what covers
 * more of the need comes first, then what is nearer to the business. Nothing is invented: no name in common, no candidate.
 */
export function findCandidates(
  snapshot: WorkspaceSnapshot,
  { product, recordId }: { product: string; recordId: RecordId },
  max = CANDIDATES_MAX,
): Candidate[] {
  const asker = snapshot.products.find(({ key }) => key === product);
  if (!asker) return [];
  const shut = downstreamOf(snapshot, product);
  const offering = snapshot.products.filter(
    ({ key, alignment, status }) => !shut.has(key) && alignment !== 'consumer' && status !== 'draft',
  );
  const asking = { asker, leansOn: new Set(inputProductsOf(asker)) };
  const entity = recordOf(asker.model, 'entity', recordId);
  const attribute = recordOf(asker.model, 'attribute', recordId);
  const found = offering.flatMap((from) => {
    if (entity) return entityCandidates(asking, entity, from);
    return attribute ? attributeCandidates(asking, attribute, from) : [];
  });
  const nearer = new Map(offering.map(({ key, alignment }) => [key, alignment === 'aggregate' ? 0 : 1]));
  return found
    .sort(
      (a, b) =>
        b.score - a.score ||
        b.coverage.covered.length - a.coverage.covered.length ||
        (nearer.get(a.product) ?? 0) - (nearer.get(b.product) ?? 0) ||
        compareText(a.ref, b.ref),
    )
    .slice(0, max);
}

type AskingProduct = { asker: Product; leansOn: ReadonlySet<string> };

function entityCandidates(asking: AskingProduct, wish: EntityRecord, from: Product): Candidate[] {
  const wanted = attributesIn(asking.asker.model, wish.id);
  return indexModel(from.model).byKind.entity.flatMap((entity) => {
    if (entity.derivation === null) return [];
    const offered = attributesIn(from.model, entity.id);
    const shared = wanted.filter((one) => offered.some((other) => compareNaming(one, other)?.how === 'same'));
    const named = namingReasons(wish, entity);
    const isCalledSo = named.some(({ code }) => code === 'called-the-same');
    if (!isCalledSo && wanted.length > 0 && shared.length === 0) return [];
    if (named.length === 0 && shared.length === 0) return [];
    if (named.length === 0 && shared.length * 2 <= wanted.length) return [];
    const names = shared.map(({ name }) => name);
    const reasons = [
      ...named,
      ...(shared.length > 0 ? [{ code: 'shares-attributes' as const, names, of: wanted.length }] : []),
      ...leaning(asking, from),
    ];
    return toCandidate(from, entity, null, { reasons, coverage: coverageOf(wanted, offered) });
  });
}

function attributeCandidates(asking: AskingProduct, wish: AttributeRecord, from: Product): Candidate[] {
  const place = recordOf(asking.asker.model, 'entity', wish.entityId);
  const words = new Set(wish.role === 'identifier' || !place ? [] : wordsOfNaming(place));
  const lacking = attributesIn(asking.asker.model, wish.entityId).filter(({ expression }) => expression === null);
  return indexModel(from.model).byKind.entity.flatMap((entity) => {
    const offered = attributesIn(from.model, entity.id);
    const beside = place ? placeReasons(place, entity, from) : [];
    const isOfTheSame = beside.length > 0 || (place !== null && compareNaming(place, entity) !== null);
    const where: About['where'] = isOfTheSame ? 'same-thing' : 'elsewhere';
    const offers = wordsOfNaming(entity);
    // What the same thing is called there says no more of its fields than what it is called here.
    const isPlain = isOfTheSame && wish.role !== 'identifier';
    const about = { words: isPlain ? new Set([...words, ...offers]) : words, offered: new Set(offers), where };
    return offered.flatMap((attribute) => {
      const named = namingReasons(wish, attribute, about);
      if (named.length === 0 || attribute.expression === null || !isAssignable(attribute.type, wish.type)) return [];
      const reasons: CandidateReason[] = [
        ...named,
        { code: attribute.type === wish.type ? 'same-type' : 'fitting-type', type: attribute.type },
        ...unitReasons(wish, attribute),
        ...(attribute.role === wish.role ? [{ code: 'same-role' as const }] : []),
        ...beside,
        ...leaning(asking, from),
      ];
      return toCandidate(from, entity, attribute, { reasons, coverage: coverageOf(lacking, offered) });
    });
  });
}

function coverageOf(wanted: readonly AttributeRecord[], offered: readonly AttributeRecord[]): Candidate['coverage'] {
  const isOffered = (wish: AttributeRecord) =>
    offered.some(
      (one) => one.expression !== null && isAssignable(one.type, wish.type) && compareNaming(wish, one)?.how === 'same',
    );
  return { covered: wanted.filter(isOffered).map(({ name }) => name), of: wanted.length };
}

/** What the names of two things say for one answering the other; nothing where they say nothing. */
export function namingReasons(wish: Naming, offer: Naming, about?: About): CandidateReason[] {
  const naming = compareNaming(wish, offer, about);
  if (!naming) return [];
  const { how, text, share } = naming;
  return [how === 'same' ? { code: 'called-the-same', text } : { code: 'called-alike', text, share }];
}

function unitReasons(wish: AttributeRecord, { unit }: AttributeRecord): CandidateReason[] {
  if (wish.unit === null || unit === null) return [];
  return [wish.unit === unit ? { code: 'same-unit', unit } : { code: 'other-unit', unit, wanted: wish.unit }];
}

/** An attribute of what the wish's entity is made from already costs no new join. */
function placeReasons(place: EntityRecord, entity: EntityRecord, from: Product): CandidateReason[] {
  const inputs = place.derivation === null ? [] : [place.derivation.from, ...place.derivation.joins];
  const isInput = inputs.some((input) => 'entity' in input && input.entity === `${from.key}.${entity.name}`);
  if (isInput) return [{ code: 'already-an-input', entity: entity.name }];
  const isAlike = compareNaming(place, entity)?.how === 'same';
  return isAlike ? [{ code: 'of-the-same-entity', entity: entity.name }] : [];
}

function leaning({ leansOn }: AskingProduct, from: Product): CandidateReason[] {
  return leansOn.has(from.key) ? [{ code: 'already-leaned-on', product: from.key }] : [];
}

function toCandidate(
  product: Product,
  entity: EntityRecord,
  attribute: AttributeRecord | null,
  { reasons, coverage }: Pick<Candidate, 'reasons' | 'coverage'>,
): Candidate[] {
  const ref = `${product.key}.${entity.name}${attribute ? `.${attribute.name}` : ''}`;
  const score = weighReasons(reasons);
  return [
    { ref, product: product.key, entity: entity.name, attribute: attribute?.name ?? null, score, reasons, coverage },
  ];
}

/** How much speaks for a candidate, all reasons together; what speaks against it counts less than nothing. */
export function weighReasons(reasons: readonly CandidateReason[]): number {
  return reasons.reduce((sum, reason) => sum + weigh(reason), 0);
}

function weigh(reason: CandidateReason): number {
  return WEIGHT[reason.code] * shareOf(reason);
}

function shareOf(reason: CandidateReason): number {
  if (reason.code === 'called-alike') return reason.share;
  return reason.code === 'shares-attributes' ? reason.names.length / Math.max(1, reason.of) : 1;
}
