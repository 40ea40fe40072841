import { ok, type Result, refuse } from '@/lib/base/result';
import { sameValue } from '@/lib/base/same-value';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { nameIn } from '../input-ref';
import { attributeNamesIn, indexModel, recordOf } from '../model-index';
import type { AttributeRecord, EntityRecord, ModelDocument, RecordId } from '../records';
import { inputsOf } from '../scope';
import { addAttribute } from './add-attribute';
import { addEntity } from './add-entity';
import { addJoin, type InputRef, type JoinKey, refOf } from './add-join';
import { freeAlias } from './free-alias';
import { freeName } from './free-name';
import { putRecords } from './put-records';

/** How several rows of an input become one value. */
export const COLLAPSES = ['max', 'min', 'sum', 'count', 'avg'] as const;
export type Collapse = (typeof COLLAPSES)[number];
/** What somebody wished for: the attribute as the consumer drew it. */
export type Wish = Pick<AttributeRecord, 'label' | 'description' | 'type' | 'role' | 'unit'>;
/** What an input holds under a name. */
export type Offer = Pick<AttributeRecord, 'type' | 'unit' | 'classification'> & { name: string };

export type Provision = {
  newId: () => RecordId;
  /** Key of the product whose model this is. */
  product: string;
  entity: string;
  attribute: string;
  wish: Wish;
  from:
    | { kind: 'expression'; text: string }
    | {
        kind: 'input';
        input: InputRef;
        offer: Offer;
        /** What identifies a row of the input. */
        grain: readonly Offer[];
        join: { type: 'inner' | 'left'; keys: readonly JoinKey[] } | null;
        collapse: Collapse | null;
      }
    /** It comes from an input that does not hold it yet. */
    | { kind: 'wish'; input: InputRef; grain: readonly Offer[]; keys: readonly JoinKey[] };
};
export type ProvideRefusal =
  | { code: 'join-missing'; input: string }
  | { code: 'join-impossible'; keys: string[] }
  /** `keys` do not tell one row of the input from another: the rows of the entity would be counted several times. */
  | { code: 'join-multiplies'; input: string; keys: string[]; grain: string[] };

/**
 * Gives an attribute its origin: a value of an input, which is joined when it is not read yet, or an expression. An
 * attribute that is not there is made as the wish describes it, and an entity too. Where the keys of a new join do not
 * identify a row, the input is first collapsed to one row per key in an entity of its own, because joining it as it is
 * would multiply the rows; without a way to collapse it that is refused. Where the input does not hold it yet, the
 * attribute stays unbound in an entity that comes from this input: the plan asks there next.
 */
export function provideAttribute(document: ModelDocument, given: Provision): Result<ModelDocument, ProvideRefusal> {
  const { from } = given;
  const started = withEntity(document, given);
  const named = withAttribute(started.document, started.entityId, given);
  const entity = recordOf(named.document, 'entity', started.entityId);
  if (entity === null) throw new Error(`an entity that was made is gone: ${given.entity}`);
  if (from.kind === 'expression') return ok(setExpression(named.document, named.id, { expression: from.text }));
  if (from.kind === 'wish') return wishFurther(named, entity, given, from);

  const isRead = inputsOf(entity).some((input) => refOf(input) === refOf(from.input));
  const isGrouped = (entity.derivation?.groupBy.length ?? 0) > 0;
  const keys = from.join?.keys ?? [];
  if (entity.derivation !== null && !isRead && from.join === null)
    return refuse({ code: 'join-missing', input: refOf(from.input) });
  const multiplies =
    entity.derivation !== null &&
    !isRead &&
    !isGrouped &&
    !from.grain.every(({ name }) => keys.some(({ other }) => other === name));
  if (multiplies && from.collapse === null) {
    const told = {
      input: refOf(from.input),
      keys: keys.map(({ other }) => other),
      grain: from.grain.map(({ name }) => name),
    };
    return refuse({ code: 'join-multiplies', ...told });
  }
  const collapsed = multiplies ? collapseInput(named.document, given, from, keys) : null;
  const input = collapsed?.input ?? from.input;
  const joinKeys = collapsed?.keys ?? keys;
  const joined = addJoin(collapsed?.document ?? named.document, entity, {
    input,
    type: from.join?.type ?? 'left',
    keys: joinKeys,
  });
  if (joined === null) return refuse({ code: 'join-impossible', keys: keys.map(({ own }) => own) });
  const value: Expression = { kind: 'column', qualifier: joined.alias, name: collapsed?.value ?? from.offer.name };
  const isAggregated = collapsed === null && isGrouped && from.collapse !== null;
  const expression =
    isAggregated && from.collapse ? `${from.collapse}(${printExpression(value)})` : printExpression(value);
  const isCount = from.collapse === 'count';
  const { type, unit, classification } = from.offer;
  const isNew = entity.derivation === null;
  const keyed = isNew
    ? withGrain(joined.document, given, { entityId: entity.id, alias: joined.alias, grain: from.grain })
    : joined.document;
  return ok(
    setExpression(keyed, named.id, {
      expression,
      ...(isCount ? { type: 'integer', unit: null } : { type, unit }),
      classification,
    }),
  );
}

type Wished = Extract<Provision['from'], { kind: 'wish' }>;

/**
 * What an entity comes from is asked for its unbound attributes. So where the input is that one nothing more is drawn;
 * any other input feeds an entity of this product with one row per key, which holds the unbound attribute and is joined.
 */
function wishFurther(
  { document, id }: { document: ModelDocument; id: RecordId },
  entity: EntityRecord,
  given: Provision,
  { input, grain, keys }: Wished,
): Result<ModelDocument, ProvideRefusal> {
  if (entity.derivation === null) {
    const joined = addJoin(document, entity, { input, type: 'left', keys: [] });
    if (joined === null) return refuse({ code: 'join-impossible', keys: [] });
    return ok(withGrain(joined.document, given, { entityId: entity.id, alias: joined.alias, grain }));
  }
  if (refOf(entity.derivation.from) === refOf(input)) return ok(document);
  if (keys.length === 0) return refuse({ code: 'join-missing', input: refOf(input) });
  const carrier = findCollapsed(document, input, keys) ?? startCollapsed(document, given, input, keys);
  const { newId, attribute, wish, product } = given;
  const held = attributeNamesIn(carrier.document, carrier.entityId).has(attribute)
    ? carrier.document
    : addAttribute(carrier.document, { ...wish, id: newId(), entityId: carrier.entityId, name: attribute });
  const joined = addJoin(held, entity, { input: { entity: `${product}.${carrier.name}` }, type: 'left', keys });
  if (joined === null) return refuse({ code: 'join-impossible', keys: keys.map(({ own }) => own) });
  const value = printExpression({ kind: 'column', qualifier: joined.alias, name: attribute });
  const isGrouped = entity.derivation.groupBy.length > 0;
  return ok(setExpression(joined.document, id, { expression: isGrouped ? `max(${value})` : value }));
}

function withEntity(
  document: ModelDocument,
  { entity: name, newId }: Provision,
): { document: ModelDocument; entityId: RecordId } {
  const known = indexModel(document).entityByName.get(name);
  if (known) return { document, entityId: known.id };
  const entityId = newId();
  return { document: addEntity(document, { id: entityId, name }), entityId };
}

function withAttribute(
  document: ModelDocument,
  entityId: RecordId,
  { attribute: name, wish, newId }: Provision,
): { document: ModelDocument; id: RecordId } {
  const known = attributeNamesIn(document, entityId).get(name);
  if (known) return { document, id: known.id };
  const id = newId();
  return { document: addAttribute(document, { ...wish, id, entityId, name }), id };
}

/** An entity that comes from one input alone is what that input is: one row per its key. */
function withGrain(
  document: ModelDocument,
  { newId }: Provision,
  { entityId, alias, grain }: { entityId: RecordId; alias: string; grain: readonly Offer[] },
): ModelDocument {
  const keyed = grain.reduce((made, { name, type, unit, classification }) => {
    const expression = printExpression({ kind: 'column', qualifier: alias, name });
    const known = attributeNamesIn(made, entityId).get(name);
    if (known) return known.expression === null ? putRecords(made, { ...known, type, expression }) : made;
    const attribute = { id: newId(), entityId, name, type, unit, classification, expression };
    return addAttribute(made, { ...attribute, role: 'identifier' });
  }, document);
  const entity = recordOf(keyed, 'entity', entityId);
  const ids = grain.flatMap(({ name }) => attributeNamesIn(keyed, entityId).get(name)?.id ?? []);
  return entity === null || entity.grain.length > 0 ? keyed : putRecords(keyed, { ...entity, grain: ids });
}

function setExpression(
  document: ModelDocument,
  id: RecordId,
  fields: Partial<Pick<AttributeRecord, 'expression' | 'type' | 'unit' | 'classification'>>,
): ModelDocument {
  const attribute = recordOf(document, 'attribute', id);
  return attribute === null ? document : putRecords(document, { ...attribute, ...fields });
}

type FromInput = Extract<Provision['from'], { kind: 'input' }>;

/**
 * An entity of this product with one row per key: what can be joined without counting anything twice. One that was made
 * for another field of the same input by the same keys takes this one in as well.
 */
function collapseInput(
  document: ModelDocument,
  given: Provision,
  from: FromInput,
  keys: readonly JoinKey[],
): { document: ModelDocument; input: InputRef; keys: JoinKey[]; value: string } {
  const { product, attribute, newId } = given;
  const { offer, collapse } = from;
  const started = findCollapsed(document, from.input, keys) ?? startCollapsed(document, given, from.input, keys);
  const type = collapse === 'count' ? 'integer' : offer.type;
  const unit = collapse === 'count' ? null : offer.unit;
  const valued = addAttribute(started.document, {
    id: newId(),
    entityId: started.entityId,
    name: attribute,
    type,
    unit,
    classification: offer.classification,
    expression: `${collapse}(${printExpression({ kind: 'column', qualifier: started.as, name: offer.name })})`,
  });
  const value = [...attributeNamesIn(valued, started.entityId).keys()].at(-1) ?? attribute;
  return { document: valued, input: { entity: `${product}.${started.name}` }, keys: [...keys], value };
}

type Collapsed = { document: ModelDocument; entityId: RecordId; name: string; as: string };

function findCollapsed(document: ModelDocument, input: InputRef, keys: readonly JoinKey[]): Collapsed | null {
  const wanted = keys.map(({ other }) => other).sort();
  const found = indexModel(document).byKind.entity.find(({ derivation }) => {
    if (derivation === null || derivation.joins.length > 0 || derivation.where !== null) return false;
    const grouped = derivation.groupBy.flatMap((id) => recordOf(document, 'attribute', id) ?? []);
    const names = grouped.map(({ name }) => name).sort();
    const arePlain = grouped.every(
      ({ name, expression }) => expression === printExpression({ kind: 'column', qualifier: derivation.from.as, name }),
    );
    return refOf(derivation.from) === refOf(input) && arePlain && sameValue(names, wanted);
  });
  return found?.derivation ? { document, entityId: found.id, name: found.name, as: found.derivation.from.as } : null;
}

function startCollapsed(
  document: ModelDocument,
  { entity, newId }: Provision,
  input: InputRef,
  keys: readonly JoinKey[],
): Collapsed {
  const name = freeName(document, 'entity', `${nameIn(refOf(input))}_per_${keys.map(({ other }) => other).join('_')}`);
  const entityId = newId();
  const as = freeAlias(null, nameIn(refOf(input)));
  const column = (of: string) => printExpression({ kind: 'column', qualifier: as, name: of });
  const ids = keys.map(() => newId());
  const derivation = { from: { ...input, as }, joins: [], where: null, groupBy: ids };
  const made = addEntity(document, { id: entityId, name, grain: ids, derivation });
  const keyed = keys.reduce((built, { own, other }, at) => {
    const id = ids[at];
    if (id === undefined) return built;
    const type = typeOf(document, entity, own);
    return addAttribute(built, { id, entityId, name: other, type, role: 'identifier', expression: column(other) });
  }, made);
  return { document: keyed, entityId, name, as };
}

function typeOf(document: ModelDocument, entity: string, name: string): AttributeRecord['type'] {
  const record = indexModel(document).entityByName.get(entity);
  return (record && attributeNamesIn(document, record.id).get(name)?.type) ?? 'string';
}
