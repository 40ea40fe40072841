import { ok, type Result, refuse } from '@/lib/base/result';
import { printExpression } from '@/lib/sql/print';
import type { Expression } from '@/lib/sql/tree';
import { nameIn } from '../input-ref';
import { attributeNamesIn, indexModel, recordOf } from '../model-index';
import type { AttributeRecord, ModelDocument, RecordId } from '../records';
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
      };
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
 * would multiply the rows; without a way to collapse it that is refused.
 */
export function provideAttribute(document: ModelDocument, given: Provision): Result<ModelDocument, ProvideRefusal> {
  const { from } = given;
  const started = withEntity(document, given);
  const named = withAttribute(started.document, started.entityId, given);
  const entity = recordOf(named.document, 'entity', started.entityId);
  if (entity === null) throw new Error(`an entity that was made is gone: ${given.entity}`);
  if (from.kind === 'expression') return ok(setExpression(named.document, named.id, { expression: from.text }));

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

/** An entity of this product with one row per key: what can be joined without counting anything twice. */
function collapseInput(
  document: ModelDocument,
  { product, entity, attribute, newId }: Provision,
  { input, offer, collapse }: FromInput,
  keys: readonly JoinKey[],
): { document: ModelDocument; input: InputRef; keys: JoinKey[]; value: string } {
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
  const type = collapse === 'count' ? 'integer' : offer.type;
  const unit = collapse === 'count' ? null : offer.unit;
  const valued = addAttribute(keyed, {
    id: newId(),
    entityId,
    name: attribute,
    type,
    unit,
    classification: offer.classification,
    expression: `${collapse}(${column(offer.name)})`,
  });
  const value = [...attributeNamesIn(valued, entityId).keys()].at(-1) ?? attribute;
  return { document: valued, input: { entity: `${product}.${name}` }, keys: [...keys], value };
}

function typeOf(document: ModelDocument, entity: string, name: string): AttributeRecord['type'] {
  const record = indexModel(document).entityByName.get(entity);
  return (record && attributeNamesIn(document, record.id).get(name)?.type) ?? 'string';
}
