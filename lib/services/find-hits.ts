import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord, MetricRecord } from '@/lib/model/records';
import { recordsOf } from '@/lib/model/records';
import { describeOffer } from './find-what-exists';
import type { Organisation } from './organisation';

const HITS_MAX = 60;

/** What the words of a question name: entities, attributes and metrics whose names, labels or descriptions hold them all. */
export function findHits(snapshot: WorkspaceSnapshot, q: string, organisation: Organisation) {
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const hits = snapshot.products.flatMap((product) => [
    ...recordsOf(product.model, 'entity').flatMap((entity) => hit(product, entity, words, organisation) ?? []),
    ...recordsOf(product.model, 'attribute').flatMap((attribute) => hit(product, attribute, words, organisation) ?? []),
    ...recordsOf(product.model, 'metric').flatMap((metric) => hit(product, metric, words, organisation) ?? []),
  ]);
  return hits.slice(0, HITS_MAX);
}

function hit(
  product: Product,
  record: EntityRecord | AttributeRecord | MetricRecord,
  words: readonly string[],
  organisation: Organisation,
) {
  const { model, key } = product;
  const name = nameOfRecord(model, record.id);
  const label = labelOfRecord(model, record.id);
  const description = record.kind === 'metric' ? record.definition : record.description;
  const text = [name, label, description ?? '', ...('synonyms' in record ? record.synonyms : [])]
    .join(' ')
    .toLowerCase();
  if (!words.every((word) => text.includes(word))) return null;
  const [entity = null] = record.kind === 'metric' ? [null] : name.split('.');
  return {
    ref: `${key}.${name}`,
    kind: record.kind,
    product: describeOffer(product, organisation),
    entity,
    name: record.name,
    label,
    description,
    type: record.kind === 'attribute' ? record.type : null,
    role: record.kind === 'attribute' ? record.role : null,
    unit: record.kind === 'entity' ? null : record.unit,
    why: `named in ${product.name}`,
  };
}
