import { ok, type Result, refuse } from '@/lib/base/result';
import { downstreamOf } from '@/lib/catalog/downstream';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { surroundingsOf } from '@/lib/catalog/surroundings';
import type { InputRef } from '@/lib/model/edits/add-join';
import { type Offer, type Provision, provideAttribute, type Wish } from '@/lib/model/edits/provide-attribute';
import { provideEntity } from '@/lib/model/edits/provide-entity';
import { findIssues } from '@/lib/model/find-issues';
import { nameIn, ownerIn } from '@/lib/model/input-ref';
import { attributeNamesIn, attributesIn, indexModel, recordOf } from '@/lib/model/model-index';
import type { EntityRecord, ModelDocument } from '@/lib/model/records';
import { describeIssues } from './describe-issues';
import { vocabularyOf } from './describe-lines';
import type { FoundAsk } from './find-ask';
import { findAskToProvide } from './find-ask-to-provide';
import type { FoundProduct } from './find-product';
import { withModel } from './make-preview';
import { type PlanByConsumer, planEach } from './plan-each';
import type { Refusal } from './refusal';
import type { ReadStore, StoredRequirement } from './store';
import type { World } from './world';

type ProvideFrom =
  | { expression: string }
  /** `product.entity`, which does not hold it yet. */
  | { wish: string; keys: { own: string; other: string }[] }
  /** A whole entity, made from one input: which of its names identify a row, and what each wished field is called there. */
  | { entity: string; grain: string[]; fields: { name: string; from: string | null }[] }
  | {
      /** `product.entity` or `source.table`. */
      ref: string;
      /** An attribute or a column of it. */
      name: string;
      join: { type: 'inner' | 'left'; keys: { own: string; other: string }[] } | null;
      collapse: Extract<Provision['from'], { kind: 'input' }>['collapse'];
    };
export type ProvideOrder = { ask: string; target: string; from: ProvideFrom };
export type PlannedProvision = {
  ask: FoundAsk;
  found: FoundProduct;
  document: ModelDocument;
  after: WorkspaceSnapshot;
  plans: { before: PlanByConsumer; after: PlanByConsumer };
};

/**
 * What providing something would make of the provider's model and of every live consumer's plan, from facts alone: the
 * preview shows it and saving writes it. Refused where the origin is not upstream, or the model would have an error that
 * it does not have today.
 */
export async function planProvision(
  world: World,
  store: ReadStore,
  { ask: key, target, from }: ProvideOrder,
): Promise<Result<PlannedProvision, Refusal>> {
  const asked = await findAskToProvide(world, store, {
    ask: key,
    kind: 'entity' in from ? 'entity' : 'attribute',
    target,
  });
  if (!asked.ok) return asked;
  const { ask, snapshot, product, wanted } = asked.value;
  const row = await store.product(product.key);
  if (!row) return refuse({ code: 'not-found', what: 'product', key: product.key });

  const provided =
    'entity' in from
      ? wholeEntity(world, snapshot, { product, wanted, rows: ask.rows, from })
      : oneAttribute(world, snapshot, { product, wanted, from });
  if (!provided.ok) return provided;
  const document = provided.value;
  const after = withModel(snapshot, product.key, document);
  const issues = newErrors(snapshot, after, product.key, document);
  if (issues.length > 0)
    return refuse({
      code: 'not-publishable',
      issues: describeIssues(issues, document, vocabularyOf(world.actor)),
    });
  const live = await store.pushedConsumers();
  const before = await planEach(snapshot, live);
  if (!before.ok) return before;
  const plans = await planEach(after, live);
  if (!plans.ok) return plans;
  const found = { product, row, snapshot };
  return ok({ ask, found, document, after, plans: { before: before.value, after: plans.value } });
}

type Whole = Extract<ProvideFrom, { entity: string }>;
type Asked = { product: Product; wanted: StoredRequirement };

function oneAttribute(
  world: World,
  snapshot: WorkspaceSnapshot,
  { product, wanted, from }: Asked & { from: Exclude<ProvideFrom, Whole> },
): Result<ModelDocument, Refusal> {
  const origin = originOf(snapshot, product.key, from);
  if (!origin.ok) return origin;
  const [entity, attribute] = splitTarget(wanted.target ?? '');
  const wish = wishOf(snapshot, wanted);
  const told = { newId: world.newId, product: product.key, entity, attribute, wish, from: origin.value };
  const provided = provideAttribute(product.model, told);
  return provided.ok ? provided : refuse({ code: 'cannot-provide', because: provided.error });
}

/** Everything that is named has to be there and to be asked: what is left open is a wish, not a slip. */
function wholeEntity(
  world: World,
  snapshot: WorkspaceSnapshot,
  { product, wanted, rows, from }: Asked & { rows: readonly StoredRequirement[]; from: Whole },
): Result<ModelDocument, Refusal> {
  const target = wanted.target ?? '';
  const offered = offeredBy(snapshot, from.entity);
  if (!offered) return refuse({ code: 'cannot-provide', because: { code: 'not-there', ref: from.entity } });
  if ('entity' in offered.input && !mayRead(snapshot, product.key, ownerIn(from.entity)))
    return refuse({ code: 'cannot-provide', because: { code: 'not-upstream', ref: from.entity } });
  if (from.grain.length === 0) return refuse({ code: 'cannot-provide', because: { code: 'no-grain', entity: target } });
  const named = [...from.grain, ...from.fields.flatMap((field) => field.from ?? [])];
  const strange = named.find((name) => !offered.attributes.some((one) => one.name === name));
  if (strange !== undefined)
    return refuse({ code: 'cannot-provide', because: { code: 'not-there', ref: `${from.entity}.${strange}` } });
  const fields = [];
  for (const { name, from: origin } of from.fields) {
    const row = rows.find((one) => one.kind === 'attribute' && one.target === `${target}.${name}`);
    if (!row) return refuse({ code: 'cannot-provide', because: { code: 'not-asked', target: `${target}.${name}` } });
    // A table has nobody behind it who could be asked.
    if (origin !== null || 'entity' in offered.input) fields.push({ name, wish: wishOf(snapshot, row), from: origin });
  }
  const { input, attributes: offers } = offered;
  const wish = wishedEntity(snapshot, wanted);
  return ok(
    provideEntity(product.model, {
      newId: world.newId,
      entity: target,
      wish,
      input,
      offers,
      grain: from.grain,
      fields,
    }),
  );
}

/** `order.status` in its two parts; an attribute's name may hold dots of its own. */
export function splitTarget(target: string): [string, string] {
  const at = target.indexOf('.');
  return at === -1 ? [target, ''] : [target.slice(0, at), target.slice(at + 1)];
}

function originOf(
  snapshot: WorkspaceSnapshot,
  provider: string,
  from: Exclude<ProvideFrom, Whole>,
): Result<Provision['from'], Refusal> {
  if ('expression' in from) return ok({ kind: 'expression', text: from.expression });
  if ('wish' in from) return wishedOrigin(snapshot, provider, from);
  const { ref, name, join, collapse } = from;
  const offered = offeredBy(snapshot, ref);
  if (!offered) return refuse({ code: 'cannot-provide', because: { code: 'not-there', ref } });
  if ('entity' in offered.input && !mayRead(snapshot, provider, ownerIn(ref)))
    return refuse({ code: 'cannot-provide', because: { code: 'not-upstream', ref } });
  const offer = offered.attributes.find((one) => one.name === name);
  if (!offer) return refuse({ code: 'cannot-provide', because: { code: 'not-there', ref: `${ref}.${name}` } });
  return ok({ kind: 'input', input: offered.input, offer, grain: offered.grain, join, collapse });
}

/** What does not hold it yet is asked next, so it must belong to somebody else. */
function wishedOrigin(
  snapshot: WorkspaceSnapshot,
  provider: string,
  { wish: ref, keys }: Extract<ProvideFrom, { wish: string }>,
): Result<Provision['from'], Refusal> {
  const offered = offeredBy(snapshot, ref);
  if (!offered || !('entity' in offered.input))
    return refuse({ code: 'cannot-provide', because: { code: 'not-there', ref } });
  if (ownerIn(ref) === provider || !mayRead(snapshot, provider, ownerIn(ref)))
    return refuse({ code: 'cannot-provide', because: { code: 'not-upstream', ref } });
  return ok({ kind: 'wish', input: offered.input, grain: offered.grain, keys });
}

/** Its own entities, and what others have published that is not made from it. */
function mayRead(snapshot: WorkspaceSnapshot, provider: string, owner: string): boolean {
  if (owner === provider) return true;
  const product = snapshot.products.find(({ key }) => key === owner);
  if (!product || product.alignment === 'consumer' || product.status === 'draft') return false;
  return !downstreamOf(snapshot, provider).has(owner);
}

export type OfferedInput = { input: InputRef; attributes: Offer[]; grain: Offer[] };

/** An entity or a table by its name, with what it holds and what identifies a row of it. */
export function offeredBy(snapshot: WorkspaceSnapshot, ref: string): OfferedInput | null {
  const product = snapshot.products.find(({ key }) => key === ownerIn(ref));
  const entity = product && indexModel(product.model).entityByName.get(nameIn(ref));
  if (product && entity) {
    const grain = entity.grain.flatMap((id) => recordOf(product.model, 'attribute', id) ?? []);
    return {
      input: { entity: ref },
      attributes: attributesIn(product.model, entity.id).map(toOffer),
      grain: grain.map(toOffer),
    };
  }
  const table = snapshot.sources
    .find(({ key }) => key === ownerIn(ref))
    ?.tables.find(({ name }) => name === nameIn(ref));
  if (!table) return null;
  const attributes = table.columns.map((column) => ({ ...toOffer({ ...column, unit: null }) }));
  return { input: { table: ref }, attributes, grain: attributes.filter(({ name }) => table.key.includes(name)) };
}

function toOffer({ name, type, unit, classification }: Offer): Offer {
  return { name, type, unit, classification };
}

/** The attribute as whoever needs it next drew it; of its type alone where it is called something else there. */
export function wishOf(snapshot: WorkspaceSnapshot, { target, causes }: StoredRequirement): Wish {
  const [, name] = splitTarget(target ?? '');
  const reader = causes[0]?.path.at(-2) ?? '';
  const [product = '', place = ''] = reader.split(':', 2);
  const model = snapshot.products.find(({ key }) => key === product)?.model;
  const [entityName, attributeName] = splitTarget(place);
  const entity = model && indexModel(model).entityByName.get(entityName);
  const drawn = model && entity ? attributeNamesIn(model, entity.id).get(attributeName) : undefined;
  if (!drawn) return { label: null, description: null, type: 'string', role: 'text', unit: null };
  const { type, role, unit } = drawn;
  const isSame = drawn.name === name;
  return { label: isSame ? drawn.label : null, description: isSame ? drawn.description : null, type, role, unit };
}

/** The entity as whoever needs it next drew it; of its name alone where it is called something else there. */
export function wishedEntity(
  snapshot: WorkspaceSnapshot,
  { target, causes }: StoredRequirement,
): Pick<EntityRecord, 'label' | 'description' | 'synonyms'> {
  const [product = '', place = ''] = (causes[0]?.path.at(-2) ?? '').split(':', 2);
  const model = snapshot.products.find(({ key }) => key === product)?.model;
  const drawn = model && indexModel(model).entityByName.get(splitTarget(place)[0]);
  if (!drawn || drawn.name !== target) return { label: null, description: null, synonyms: [] };
  const { label, description, synonyms } = drawn;
  return { label, description, synonyms };
}

function newErrors(before: WorkspaceSnapshot, after: WorkspaceSnapshot, key: string, document: ModelDocument) {
  const was = before.products.find((one) => one.key === key)?.model ?? document;
  const known = new Set(findIssues(was, surroundingsOf(before, key)).map(({ code, at }) => `${code} ${at}`));
  return findIssues(document, surroundingsOf(after, key)).filter(
    ({ severity, code, at }) => severity === 'error' && !known.has(`${code} ${at}`),
  );
}
