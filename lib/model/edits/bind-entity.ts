import { attributeNamesIn, attributesIn, indexModel, recordOf } from '../model-index';
import type { EntityRecord, ModelDocument, RecordId } from '../records';
import { inputsOf } from '../scope';
import { addAttribute } from './add-attribute';
import { addEntity } from './add-entity';
import { aliasFor, boundTo } from './bind-attribute';
import { freeAlias } from './free-alias';
import { freeName } from './free-name';
import { guessRelationships } from './guess-relationships';
import { nextOrder } from './next-order';
import type { OfferedAttribute, OfferedEnd, OfferedEntity, OfferedRelationship } from './offered-entity';
import { putRecords } from './put-records';
import { relate } from './relate';

export type BindEntity = {
  newId: () => RecordId;
  offered: OfferedEntity;
  /** Names of the attributes wanted; its key comes along anyway, as do the keys of its lines to what is there. */
  attributes: readonly string[];
};

/**
 * Brings an upstream entity into the model: the entity, the wanted attributes already bound, and its lines to entities
 * that are there, as the upstream model draws them, else as the keys suggest. One that is there already only gains the
 * attributes it lacks, so that dragging a field of it does the same.
 */
export function bindEntity(
  document: ModelDocument,
  { newId, offered, attributes }: BindEntity,
): { document: ModelDocument; entityId: RecordId } {
  const present = presentAs(document, offered.product, offered.name);
  const entityId = present?.id ?? newId();
  const start = present ? document : addBoundEntity(document, entityId, offered);
  const names = [...new Set([...offered.grain, ...attributes])];
  const wanted = offered.attributes.filter(({ name }) => names.includes(name));
  const bound = wanted.reduce((made, one) => withAttribute(made, entityId, one, { newId, offered }), start);
  const keyed = present ? bound : withGrain(bound, entityId, offered);
  const drawn = offered.relationships.reduce((made, line) => withLine(made, line, { newId, offered }), keyed);
  return { document: present ? drawn : withGuessedLines(drawn, entityId, { newId, offered }), entityId };
}

type From = { newId: () => RecordId; offered: OfferedEntity };

/** The entity of this model that is made from an upstream one alone. */
function presentAs(document: ModelDocument, product: string, name: string): EntityRecord | null {
  const ref = `${product}.${name}`;
  const { entity } = indexModel(document).byKind;
  return entity.find((record) => inputsOf(record).length === 1 && aliasFor(record, ref) !== null) ?? null;
}

function addBoundEntity(document: ModelDocument, id: RecordId, offered: OfferedEntity): ModelDocument {
  const { product, name, label, description, synonyms } = offered;
  const from = { entity: `${product}.${name}`, as: freeAlias(null, name) };
  const derivation = { from, joins: [], where: null, groupBy: [] };
  return addEntity(document, { id, name, label, description, synonyms: [...synonyms], derivation });
}

/** An unbound attribute of the same name is the wish this fulfils; a bound one is left alone. */
function withAttribute(
  document: ModelDocument,
  entityId: RecordId,
  offered: OfferedAttribute,
  { newId, offered: entity }: From,
): ModelDocument {
  const record = recordOf(document, 'entity', entityId);
  const alias = record && aliasFor(record, `${entity.product}.${entity.name}`);
  if (!alias) return document;
  const present = attributeNamesIn(document, entityId).get(offered.name);
  if (present) return present.expression === null ? putRecords(document, boundTo(present, alias, offered)) : document;
  const id = newId();
  const { name, label, description, synonyms, role, nullable, type } = offered;
  const added = addAttribute(document, {
    id,
    entityId,
    name,
    label,
    description,
    synonyms: [...synonyms],
    role,
    nullable,
    type,
  });
  const attribute = recordOf(added, 'attribute', id);
  return attribute === null ? added : putRecords(added, boundTo(attribute, alias, offered));
}

function withGrain(document: ModelDocument, entityId: RecordId, offered: OfferedEntity): ModelDocument {
  const entity = recordOf(document, 'entity', entityId);
  if (entity === null) return document;
  const grain = offered.grain.flatMap((name) => attributeNamesIn(document, entityId).get(name)?.id ?? []);
  return putRecords(document, { ...entity, grain: grain.length === offered.grain.length ? grain : [] });
}

/** Drawn when both of its entities are here, with the keys it needs; a line between the same attributes is not drawn twice. */
function withLine(document: ModelDocument, line: OfferedRelationship, { newId, offered }: From): ModelDocument {
  const ends = [line.from, line.to].map((end) => presentAs(document, offered.product, end.entity));
  const [from, to] = ends;
  if (!from || !to) return document;
  const keyed = withKeys(withKeys(document, from, line.from, { newId, offered }), to, line.to, { newId, offered });
  const fromIds = keyIds(keyed, from, line.from);
  const toIds = keyIds(keyed, to, line.to);
  const isThere = indexModel(keyed).byKind.relationship.some(
    (other) => other.from.attributeIds.join() === fromIds.join() && other.to.attributeIds.join() === toIds.join(),
  );
  if (isThere || fromIds.length !== line.from.attributes.length || toIds.length !== line.to.attributes.length)
    return document;
  return putRecords(keyed, {
    kind: 'relationship',
    id: newId(),
    order: nextOrder(keyed, 'relationship'),
    name: freeName(keyed, 'relationship', line.name),
    label: line.label,
    role: line.role,
    cardinality: line.cardinality,
    optional: line.optional,
    from: { entityId: from.id, attributeIds: fromIds },
    to: { entityId: to.id, attributeIds: toIds },
  });
}

function withKeys(
  document: ModelDocument,
  entity: EntityRecord,
  end: OfferedEnd,
  { newId, offered }: From,
): ModelDocument {
  const other = { ...offered, name: end.entity };
  return end.attributes.reduce((made, key) => withAttribute(made, entity.id, key, { newId, offered: other }), document);
}

function keyIds(document: ModelDocument, entity: EntityRecord, end: OfferedEnd): RecordId[] {
  const alias = aliasFor(entity, inputRef(entity));
  return end.attributes.flatMap((key) => {
    const bound = attributesIn(document, entity.id).find(({ expression }) => expression === `${alias}.${key.name}`);
    return (bound ?? attributeNamesIn(document, entity.id).get(key.name))?.id ?? [];
  });
}

function inputRef(entity: EntityRecord): string {
  const [input] = inputsOf(entity);
  return input && 'entity' in input ? input.entity : '';
}

/** Keys that were not asked for come along when a line needs them, and only then. */
function withGuessedLines(document: ModelDocument, entityId: RecordId, { newId, offered }: From): ModelDocument {
  const keys = offered.attributes.filter(({ role }) => role === 'identifier');
  const full = keys.reduce((made, key) => withAttribute(made, entityId, key, { newId, offered }), document);
  const guessed = guessRelationships(full, entityId);
  const needed = new Set(guessed.flat().flatMap(({ fromId, toId }) => [fromId, toId]));
  const names = new Set(attributesIn(full, entityId).flatMap(({ id, name }) => (needed.has(id) ? [name] : [])));
  const lean = keys
    .filter(({ name }) => names.has(name))
    .reduce(
      (made, key) =>
        withAttribute(made, entityId, key, { newId: () => idIn(full, entityId, key.name) ?? newId(), offered }),
      document,
    );
  return guessed.reduce((made, pairs) => relate(made, { id: newId(), pairs }), lean);
}

function idIn(document: ModelDocument, entityId: RecordId, name: string): RecordId | null {
  return attributeNamesIn(document, entityId).get(name)?.id ?? null;
}
