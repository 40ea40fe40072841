import { ok, type Result } from '@/lib/base/result';
import { findCandidates } from '@/lib/catalog/candidates';
import { findColumnCandidates } from '@/lib/catalog/column-candidates';
import { describeCandidateReason } from '@/lib/catalog/describe-candidate';
import { downstreamOf, inputProductsOf } from '@/lib/catalog/downstream';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { suggestJoin } from '@/lib/catalog/suggest-join';
import { planNames } from '@/lib/engine/push/plan-names';
import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import { refOf } from '@/lib/model/edits/add-join';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, attributesIn, indexModel } from '@/lib/model/model-index';
import { labelOfRecord, ownNameOf } from '@/lib/model/names';
import type { AttributeRecord, EntityRecord } from '@/lib/model/records';
import { inputsOf } from '@/lib/model/scope';
import { findAskToProvide } from './find-ask-to-provide';
import { withModel } from './make-preview';
import { offeredBy, splitTarget, wishOf } from './plan-provision';
import type { Refusal } from './refusal';
import type { World } from './world';

const OTHERS_MAX = 40;
export type ProvideOptions = ReturnType<typeof describeOptions>;

/**
 * Where a wish could come from, best first and each with its reasons, beside the entity it would stand in: its inputs,
 * and by which keys something new could be joined. `q` finds further inputs by name.
 */
export async function readProvideOptions(
  world: World,
  { ask, target, q }: { ask: string; target: string; q: string },
): Promise<Result<ProvideOptions, Refusal>> {
  const found = await findAskToProvide(world, world.store, { ask, kind: 'attribute', target });
  if (!found.ok) return found;
  const { snapshot, product, wanted } = found.value;
  const [entity, attribute] = splitTarget(target);
  const wish = wishOf(snapshot, wanted);
  const placed = withWish(product, entity, { ...wish, name: attribute });
  return ok(describeOptions({ snapshot, product, placed, target, q }));
}

/** The provider with the wish drawn where it is asked: what candidates are looked for. */
function withWish(
  product: Product,
  entityName: string,
  wish: Pick<AttributeRecord, 'name' | 'type' | 'label' | 'unit'>,
) {
  const known = indexModel(product.model).entityByName.get(entityName);
  const entityId = known?.id ?? 'wished-entity';
  const model = known ? product.model : addEntity(product.model, { id: entityId, name: entityName });
  const present = attributeNamesIn(model, entityId).get(wish.name);
  const wished = present ? model : addAttribute(model, { ...wish, id: 'wished', entityId });
  const attribute = attributeNamesIn(wished, entityId).get(wish.name);
  const entity = indexModel(wished).entityByName.get(entityName);
  if (!attribute || !entity) throw new Error(`a wish could not be drawn: ${entityName}.${wish.name}`);
  return { model: wished, entity, attribute, isNew: known === undefined };
}

type Options = {
  snapshot: WorkspaceSnapshot;
  product: Product;
  placed: ReturnType<typeof withWish>;
  target: string;
  q: string;
};

function describeOptions({ snapshot, product, placed, target, q }: Options) {
  const { model, entity, attribute, isNew } = placed;
  const own = attributesIn(model, entity.id).filter(({ id }) => id !== attribute.id);
  const tell = (ref: string) => describeInput(snapshot, { ref, entity, own });
  const names = planNames(snapshot);
  const candidates =
    product.alignment === 'source' ? columnsFor(snapshot, placed) : attributesFor(snapshot, product, placed);
  return {
    target,
    product: { key: product.key, name: product.name, alignment: product.alignment },
    wish: {
      name: attribute.name,
      label: labelOfRecord(model, attribute.id),
      type: attribute.type,
      unit: attribute.unit,
      description: attribute.description,
    },
    entity: {
      key: entity.name,
      label: labelOfRecord(model, entity.id),
      isNew,
      grain: entity.grain.map((id) => ownNameOf(model, id)),
      isGrouped: (entity.derivation?.groupBy.length ?? 0) > 0,
      attributes: own.map(({ id, name, type, expression }) => ({
        name,
        label: labelOfRecord(model, id),
        type,
        expression,
      })),
      inputs: inputsOf(entity).flatMap((input) => {
        const ref = refOf(input);
        return tell(ref).map((told) => ({ ...told, alias: input.as, on: 'on' in input ? input.on : null }));
      }),
    },
    candidates: candidates.map(({ ref, name, reasons }) => ({
      ref,
      name,
      reasons: reasons.map((reason) => describeCandidateReason(reason, names.product)),
      input: tell(ref)[0] ?? null,
    })),
    others: othersFor(snapshot, product, q).flatMap(tell),
  };
}

function attributesFor(snapshot: WorkspaceSnapshot, product: Product, { model, attribute }: Options['placed']) {
  const found = findCandidates(withModel(snapshot, product.key, model), {
    product: product.key,
    recordId: attribute.id,
  });
  return found.flatMap(({ product: from, entity, attribute: name, reasons }) =>
    name === null ? [] : [{ ref: `${from}.${entity}`, name, reasons }],
  );
}

function columnsFor({ sources }: WorkspaceSnapshot, { entity, attribute }: Options['placed']) {
  const read = new Set(inputsOf(entity).flatMap((input) => ('table' in input ? [input.table] : [])));
  return findColumnCandidates(sources, attribute, read)
    .slice(0, 10)
    .map(({ table, column, reasons }) => ({ ref: table, name: column, reasons }));
}

/** Everything that may be read: what the product reads already first, else what the words find. */
export function othersFor(snapshot: WorkspaceSnapshot, product: Product, q: string): string[] {
  const word = q.trim().toLowerCase();
  const isFound = (...texts: (string | null)[]) => texts.some((text) => text?.toLowerCase().includes(word) ?? false);
  if (product.alignment === 'source') {
    const tables = snapshot.sources.flatMap(({ key, name, tables: held }) =>
      held.filter((table) => isFound(table.name, key, name)).map((table) => `${key}.${table.name}`),
    );
    return tables.slice(0, OTHERS_MAX);
  }
  const shut = downstreamOf(snapshot, product.key);
  const near = new Set(inputProductsOf(product));
  const refs = snapshot.products
    .filter(({ key, alignment, status }) => !shut.has(key) && alignment !== 'consumer' && status !== 'draft')
    .sort((a, b) => Number(near.has(b.key)) - Number(near.has(a.key)))
    .flatMap(({ key, name, model }) =>
      indexModel(model)
        .byKind.entity.filter((entity) => isFound(entity.name, entity.label, name, ...entity.synonyms))
        .map((entity) => `${key}.${entity.name}`),
    );
  return refs.slice(0, OTHERS_MAX);
}

type Asking = { ref: string; entity: EntityRecord; own: readonly AttributeRecord[] };

/** An input as it is chosen; an empty list where there is nothing of that name. */
export function describeInput(snapshot: WorkspaceSnapshot, { ref, entity, own }: Asking) {
  const offered = offeredBy(snapshot, ref);
  if (!offered) return [];
  const product = snapshot.products.find(({ key }) => key === ownerIn(ref));
  const source = snapshot.sources.find(({ key }) => key === ownerIn(ref));
  const record = product && indexModel(product.model).entityByName.get(nameIn(ref));
  const attributes = product && record ? attributesIn(product.model, record.id) : [];
  const isRead = inputsOf(entity).some((input) => refOf(input) === ref);
  const grain = offered.grain.map(({ name }) => name);
  const sides =
    attributes.length > 0
      ? attributes
      : offered.attributes.map(({ name, type }) => ({ name, type, label: null, synonyms: [], role: 'text' as const }));
  const keys = isRead ? [] : suggestJoin(own, { grain, attributes: sides });
  const multiplies =
    !isRead && entity.derivation !== null && !grain.every((name) => keys.some(({ other }) => other === name));
  return [
    {
      ref,
      label: product && record ? labelOfRecord(product.model, record.id) : nameIn(ref),
      from: product?.name ?? source?.name ?? ownerIn(ref),
      isTable: product === undefined || record === undefined,
      isRead,
      grain,
      attributes: offered.attributes.map(({ name, type, unit }) => ({
        name,
        type,
        unit,
        label: labelIn(attributes, name, product),
      })),
      keys,
      /** True when these keys do not tell one row of it from another. */
      multiplies,
    },
  ];
}

function labelIn(attributes: readonly AttributeRecord[], name: string, product: Product | undefined): string {
  const found = attributes.find((one) => one.name === name);
  return product && found ? labelOfRecord(product.model, found.id) : name;
}
