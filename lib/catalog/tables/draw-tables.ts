import { capitalise } from '@/lib/base/capitalise';
import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import { addExpectation } from '@/lib/model/edits/add-expectation';
import { toName } from '@/lib/model/edits/free-name';
import { guessRelationships } from '@/lib/model/edits/guess-relationships';
import { relate } from '@/lib/model/edits/relate';
import { setFields } from '@/lib/model/edits/set-fields';
import { setGrain } from '@/lib/model/edits/set-grain';
import { isOneEnd } from '@/lib/model/guess-cardinality';
import { guessField } from '@/lib/model/guess-field';
import type { AttributeRole, ModelDocument, RecordId, RelationshipEnd } from '@/lib/model/records';
import { singularOf } from '@/lib/model/words-for';
import type { PastedColumn, PastedTable } from './pasted-table';
import { wordsOf } from './words-of';

type Drawn = { document: ModelDocument; entityIds: RecordId[] };
/** Which record of the model stands for which column, by the names the text gave them. */
type Placed = { table: PastedTable; entityId: RecordId; fields: ReadonlyMap<string, RecordId> };

/**
 * Tables as entities that are not yet found anywhere: what is one row where the text says it, a line for each foreign key,
 * and where it names none the lines that equal keys suggest. Names are made fit and free; nothing is bound, because that a
 * table is called something says nothing about who offers it. What a text says of values, of what is unique and of how many
 * go with how many becomes an estimated need, which asks nothing of anybody until a person confirms it.
 */
export function drawTables(
  document: ModelDocument,
  { tables, newId }: { tables: readonly PastedTable[]; newId: () => RecordId },
): Drawn {
  let made = document;
  const placed = tables.map((table): Placed => {
    const drawn = drawTable(made, table, newId);
    made = drawn.document;
    return drawn.placed;
  });
  for (const from of placed) made = withReferences(made, from, placed, newId);
  for (const { table, entityId, fields } of placed)
    for (const columns of table.unique ?? []) {
      const attributeIds = columns.flatMap((column) => fields.get(lower(column)) ?? []);
      made = withOneEnd(made, { entityId, attributeIds }, newId);
    }
  for (const { entityId } of placed)
    made = guessRelationships(made, entityId).reduce((next, pairs) => relate(next, { id: newId(), pairs }), made);
  return { document: made, entityIds: placed.map(({ entityId }) => entityId) };
}

function drawTable(document: ModelDocument, table: PastedTable, newId: () => RecordId) {
  const entityId = newId();
  const words = singularOf(wordsOf(table.name));
  const described = (note: string | undefined) => (note === undefined ? {} : { description: note });
  const start = addEntity(document, {
    id: entityId,
    name: toName(words, 'entity'),
    label: capitalise(words),
    ...described(table.note),
  });
  const keys = new Set([...table.key, ...table.references.flatMap(({ columns }) => columns)].map(lower));
  const fields = new Map<string, RecordId>();
  const filled = table.columns.reduce((made, column) => {
    const id = newId();
    fields.set(lower(column.name), id);
    const words = wordsOf(column.name);
    const name = toName(words, 'field');
    const role = keys.has(lower(column.name)) ? 'identifier' : roleOf(column);
    const { type, nullable, values } = column;
    const added = addAttribute(made, {
      id,
      entityId,
      name,
      label: capitalise(words),
      type,
      nullable,
      ...(role ? { role } : {}),
      ...described(column.note),
    });
    if (!values) return added;
    return addExpectation(added, { id: newId(), onId: id, rule: { rule: 'in-set', values }, origin: 'estimated' });
  }, start);
  const attributeIds = table.key.flatMap((key) => fields.get(lower(key)) ?? []);
  return { document: setGrain(filled, { entityId, attributeIds }), placed: { table, entityId, fields } };
}

function withReferences(document: ModelDocument, from: Placed, all: readonly Placed[], newId: () => RecordId) {
  return from.table.references.reduce((made, { columns, table, toColumns, label, oneAt, isOptional }) => {
    const to = all.find((other) => lower(other.table.name) === lower(table));
    const toNames = toColumns.length > 0 ? toColumns : (to?.table.key ?? []);
    const fromIds = columns.flatMap((column) => from.fields.get(lower(column)) ?? []);
    const toIds = toNames.flatMap((column) => to?.fields.get(lower(column)) ?? []);
    if (!to || fromIds.length !== columns.length || toIds.length !== columns.length) return made;
    const known = [
      ...(oneAt === undefined ? [] : [{ entityId: to.entityId, attributeIds: toIds }]),
      ...(oneAt === 'both' ? [{ entityId: from.entityId, attributeIds: fromIds }] : []),
    ].reduce((next, end) => withOneEnd(next, end, newId), made);
    const id = newId();
    const pairs = fromIds.flatMap((fromId, at) => (toIds[at] ? [{ fromId, toId: toIds[at] }] : []));
    const related = relate(known, { id, pairs });
    const fields = { ...(label ? { label } : {}), ...(isOptional ? { optional: true } : {}) };
    return related === known ? made : setFields(related, { kind: 'relationship', id, fields });
  }, document);
}

/** An end that the text says is one: where it is not what one row is, that no two rows share it is an estimated need. */
function withOneEnd(document: ModelDocument, end: RelationshipEnd, newId: () => RecordId): ModelDocument {
  if (isOneEnd(document, end)) return document;
  const rule = { rule: 'unique' as const, attributes: end.attributeIds };
  return addExpectation(document, { id: newId(), onId: end.entityId, rule, origin: 'estimated' });
}

/** What a field is for, where its name says so and its type does not speak against it. */
function roleOf({ name, type, values }: PastedColumn): AttributeRole | null {
  if (values) return 'category';
  const guess = guessField(wordsOf(name));
  if (guess?.role === 'identifier') return type === 'string' || type === 'integer' ? 'identifier' : null;
  return guess?.role === 'category' && type === 'string' ? 'category' : null;
}

function lower(name: string): string {
  return name.toLowerCase();
}
