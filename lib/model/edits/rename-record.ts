import { printExpression } from '@/lib/sql/print';
import { mapColumns } from '@/lib/sql/rewrite';
import type { Column, Expression } from '@/lib/sql/tree';
import { withExpressions } from '../expressions';
import { indexModel, recordAt } from '../model-index';
import { isNamed, type NamedRecord } from '../names';
import type { DerivationInput, DerivationJoin, EntityRecord, ModelDocument, ModelRecord, RecordId } from '../records';
import { manyToOneDirections, resolveName } from '../references';
import { isUsable } from '../rules/names-are-usable';
import { ownMeanings, type Scope, scopeOf } from '../scope';
import { namesOf } from './free-name';
import { putRecords } from './put-records';

export type Rename = {
  id: RecordId;
  name: string;
  /** The product the model belongs to: its own entities may be named as inputs. Null while it has none. */
  productKey: string | null;
};

/**
 * Another name for a record, followed by every expression of the model that names it, through the parsed tree: text that
 * does not parse is left as it is, and what merely looks the same but means something else is too. A name that is taken
 * or cannot be used changes nothing; `canRename` says so beforehand.
 */
export function renameRecord(document: ModelDocument, rename: Rename): ModelDocument {
  const record = recordAt(document, rename.id);
  if (record === null || !isNamed(record) || canRename(document, rename) !== 'yes') return document;
  const renamed = putRecords(document, { ...record, name: rename.name });
  const followed = Object.values(renamed.records).map((other) => follow(document, renamed, record, other, rename));
  return putRecords(renamed, ...followed.filter((other) => other !== renamed.records[other.id]));
}

/** Whether a record may take a name: not its own, not one that is taken or would read as a role, not an unusable one. */
export function canRename(
  document: ModelDocument,
  { id, name }: Pick<Rename, 'id' | 'name'>,
): 'yes' | 'same' | 'taken' | 'unusable' {
  const record = recordAt(document, id);
  if (record === null || !isNamed(record) || record.name === name) return 'same';
  if (!isUsable(name)) return 'unusable';
  const isTaken = namesOf(document, record.kind, record.kind === 'attribute' ? record.entityId : null).includes(name);
  return isTaken || (record.kind === 'entity' && isRoleOfAnother(document, id, name)) ? 'taken' : 'yes';
}

function isRoleOfAnother(document: ModelDocument, entityId: RecordId, name: string): boolean {
  return indexModel(document).byKind.relationship.some((relationship) => {
    if (relationship.role !== name) return false;
    const { from, to } = relationship;
    const ends = manyToOneDirections(relationship).map((direction) => (direction === 'forward' ? to : from).entityId);
    return !ends.includes(entityId);
  });
}

function follow(
  before: ModelDocument,
  after: ModelDocument,
  was: NamedRecord,
  other: ModelRecord,
  { name, productKey }: Rename,
): ModelRecord {
  const rewritten = withExpressions(other, ({ place, text, parsed }) => {
    const scope = scopeOf(before, other, place);
    if (scope === null || !parsed.ok) return text;
    const rewrite = (column: Column) => followColumn({ before, after, productKey }, scope, was, column, name);
    const tree = mapColumns(parsed.value, rewrite);
    return tree === parsed.value ? text : printExpression(tree);
  });
  const isOfEntities = was.kind === 'entity' && rewritten.kind === 'entity' && productKey !== null;
  return isOfEntities ? withInputsRenamed(rewritten, `${productKey}.${was.name}`, `${productKey}.${name}`) : rewritten;
}

type Around = { before: ModelDocument; after: ModelDocument; productKey: string | null };

function followColumn(
  { before, after, productKey }: Around,
  scope: Scope,
  was: NamedRecord,
  column: Column,
  name: string,
): Expression | undefined {
  if (was.kind === 'entity') {
    const isNamedBy = scope.over === 'attributes' && column.qualifier === was.name;
    return isNamedBy && !isStillMeant(before, after, scope.entityIds, column)
      ? { ...column, qualifier: name }
      : undefined;
  }
  const means = ownMeanings(before, productKey, scope, column);
  const isMeant = means.some((meaning) =>
    meaning.is === 'metric' ? meaning.metricId === was.id : meaning.attributeId === was.id,
  );
  return isMeant || isMeantThoughUnreachable(before, scope, was, column) ? { ...column, name } : undefined;
}

/** A reference with no way to its entity, or several, still says which field it means. */
function isMeantThoughUnreachable(before: ModelDocument, scope: Scope, was: NamedRecord, column: Column): boolean {
  if (was.kind !== 'attribute' || scope.over !== 'attributes' || column.name !== was.name) return false;
  return scope.entityIds.some((entityId) => {
    const found = resolveName(before, entityId, column);
    return !found.ok && found.error.code !== 'unknown-name' && found.error.toId === was.entityId;
  });
}

/** `customer.state` may have meant the role `customer`, and then still does. */
function isStillMeant(
  before: ModelDocument,
  after: ModelDocument,
  entityIds: readonly RecordId[],
  column: Column,
): boolean {
  return entityIds.some((entityId) => {
    const [was, is] = [before, after].map((document) => resolveName(document, entityId, column));
    return was?.ok === true && is?.ok === true && was.value.attributeId === is.value.attributeId;
  });
}

function withInputsRenamed(entity: EntityRecord, was: string, name: string): EntityRecord {
  const { derivation } = entity;
  if (derivation === null) return entity;
  const renamed = <T extends DerivationInput | DerivationJoin>(input: T): T =>
    'entity' in input && input.entity === was ? { ...input, entity: name } : input;
  const [from, joins] = [renamed(derivation.from), derivation.joins.map(renamed)];
  const isSame = from === derivation.from && joins.every((join, at) => join === derivation.joins[at]);
  return isSame ? entity : { ...entity, derivation: { ...derivation, from, joins } };
}
