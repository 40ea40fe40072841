import { describeSearchReason, type SearchHit } from '@/lib/catalog/search';
import type { Product } from '@/lib/catalog/snapshot';
import type { Organisation } from './organisation';

export function describeOffer({ key, name, alignment, owner }: Product, { team }: Organisation) {
  return { key, name, alignment, owner: team(owner) };
}

/** Something that was found, with whose it is and why it was found, in words. */
export function describeHit(
  { ref, kind, id, entity, name, label, why }: SearchHit,
  product: Product,
  organisation: Organisation,
) {
  const record = product.model.records[id];
  const attribute = record?.kind === 'attribute' ? record : null;
  const description =
    record?.kind === 'metric' ? record.definition : record && 'description' in record ? record.description : null;
  return {
    ref,
    kind,
    product: describeOffer(product, organisation),
    entity,
    name,
    label,
    description,
    type: attribute?.type ?? null,
    role: attribute?.role ?? null,
    unit: record && 'unit' in record ? record.unit : null,
    why: describeSearchReason(why),
  };
}
