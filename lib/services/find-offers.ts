import { ok, refuse } from '@/lib/base/result';
import { type Candidate, findCandidates } from '@/lib/catalog/candidates';
import { describeCandidateReason } from '@/lib/catalog/describe-candidate';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planNames } from '@/lib/engine/push/plan-names';
import { attributeNamesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord } from '@/lib/model/names';
import { findProduct } from './find-product';
import { withModel } from './make-preview';
import { type Organisation, organisationOf } from './organisation';
import type { World } from './world';

/**
 * What the catalog offers for an entity or an attribute of a product's working copy, best first, each with its reasons
 * in words. What was drawn since the last version counts, because that is where wishes stand.
 */
export async function findOffers(world: World, { product: key, record }: { product: string; record: string }) {
  const found = await findProduct(world, world.store, 'draft.read', key);
  if (!found.ok) return found;
  const { product, snapshot } = found.value;
  const draft = await world.store.draft(key);
  const model = draft?.document ?? product.model;
  const wished = Object.hasOwn(model.records, record) ? model.records[record] : undefined;
  if (wished?.kind !== 'entity' && wished?.kind !== 'attribute')
    return refuse({ code: 'not-found' as const, what: 'record' as const, key: record });
  const organisation = organisationOf(snapshot);
  const offers = findCandidates(withModel(snapshot, key, model), { product: key, recordId: record });
  return ok({ record, candidates: offers.flatMap((offer) => describeOffer(snapshot, organisation, offer)) });
}

function describeOffer(snapshot: WorkspaceSnapshot, { team }: Organisation, offer: Candidate) {
  const { ref, score, reasons, coverage } = offer;
  const names = planNames(snapshot);
  const product = snapshot.products.find(({ key }) => key === offer.product);
  const entity = product && indexModel(product.model).entityByName.get(offer.entity);
  if (!product || !entity) return [];
  const { key, name, alignment, owner, model } = product;
  const attribute = offer.attribute === null ? null : attributeNamesIn(model, entity.id).get(offer.attribute);
  return [
    {
      ref,
      product: { key, name, alignment, owner: team(owner) },
      entity: { name: entity.name, label: labelOfRecord(model, entity.id) },
      attribute: attribute
        ? {
            name: attribute.name,
            label: labelOfRecord(model, attribute.id),
            description: attribute.description,
            type: attribute.type,
            role: attribute.role,
            unit: attribute.unit,
            classification: attribute.classification,
          }
        : null,
      score,
      reasons: reasons.map((reason) => describeCandidateReason(reason, names.product)),
      coverage,
    },
  ];
}
