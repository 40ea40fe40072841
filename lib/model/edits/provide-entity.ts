import { printExpression } from '@/lib/sql/print';
import { nameIn } from '../input-ref';
import { attributeNamesIn, indexModel, recordOf } from '../model-index';
import type { EntityRecord, ModelDocument, RecordId } from '../records';
import { addAttribute } from './add-attribute';
import { addEntity } from './add-entity';
import { type InputRef, refOf } from './add-join';
import { freeAlias } from './free-alias';
import type { Offer, Wish } from './provide-attribute';
import { putRecords } from './put-records';

export type EntityProvision = {
  newId: () => RecordId;
  entity: string;
  /** The entity as the consumer drew it. */
  wish: Pick<EntityRecord, 'label' | 'description' | 'synonyms'>;
  input: InputRef;
  offers: readonly Offer[];
  /** Names at the input that identify a row. */
  grain: readonly string[];
  /** `from` is the name at the input; null for what the input does not hold yet: the plan asks there next. */
  fields: readonly { name: string; wish: Wish; from: string | null }[];
};

/**
 * Gives a whole entity its origin by one stroke: one input, one row per the named keys, each wished field with its name
 * there. An entity that stands unbound takes the origin; what was bound in it stays. Keys that no field takes become
 * fields of their own, because an entity without its grain tells no row from another. Names the input does not hold are
 * taken for wishes.
 */
export function provideEntity(document: ModelDocument, given: EntityProvision): ModelDocument {
  const { input, entity: name, wish, newId } = given;
  const known = indexModel(document).entityByName.get(name);
  const entityId = known?.id ?? newId();
  const as = known?.derivation?.from.as ?? freeAlias(null, nameIn(refOf(input)));
  const started = known ? document : addEntity(document, { ...wish, id: entityId, name });
  const fielded = given.fields.reduce((made, field) => withField(made, { ...given, entityId, as }, field), started);
  const ids: RecordId[] = [];
  const keyed = given.grain.reduce((made, key) => {
    const found = keyField(made, { ...given, entityId, as }, key);
    ids.push(found.id);
    return found.document;
  }, fielded);
  const entity = recordOf(keyed, 'entity', entityId);
  if (entity === null) throw new Error(`an entity that was made is gone: ${name}`);
  const derivation = entity.derivation ?? { from: { ...input, as }, joins: [], where: null, groupBy: [] };
  return putRecords(keyed, { ...entity, derivation, grain: entity.grain.length > 0 ? entity.grain : ids });
}

type Placed = EntityProvision & { entityId: RecordId; as: string };

function withField(
  document: ModelDocument,
  given: Placed,
  { name, wish, from }: EntityProvision['fields'][number],
): ModelDocument {
  const { entityId, newId } = given;
  const known = attributeNamesIn(document, entityId).get(name);
  const bound = originOf(given, from);
  if (known)
    return known.expression !== null || bound === null ? document : putRecords(document, { ...known, ...bound });
  return addAttribute(document, { ...wish, ...bound, id: newId(), entityId, name });
}

function keyField(document: ModelDocument, given: Placed, key: string): { document: ModelDocument; id: RecordId } {
  const { entityId, newId } = given;
  const origin = originOf(given, key);
  const held = [...attributeNamesIn(document, entityId).values()].find(
    ({ expression }) => origin !== null && expression === origin.expression,
  );
  if (held) return { document, id: held.id };
  const id = newId();
  return { document: addAttribute(document, { ...origin, id, entityId, name: key, role: 'identifier' }), id };
}

/** The value of an input, in the input's type; null where it holds nothing of that name. */
function originOf({ offers, as }: Placed, from: string | null) {
  const offer = offers.find(({ name }) => name === from);
  if (!offer) return null;
  const { type, unit, classification, name } = offer;
  return { type, unit, classification, expression: printExpression({ kind: 'column', qualifier: as, name }) };
}
