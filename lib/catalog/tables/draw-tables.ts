import { addAttribute } from '@/lib/model/edits/add-attribute';
import { addEntity } from '@/lib/model/edits/add-entity';
import { toName } from '@/lib/model/edits/free-name';
import { guessRelationships } from '@/lib/model/edits/guess-relationships';
import { relate } from '@/lib/model/edits/relate';
import { setGrain } from '@/lib/model/edits/set-grain';
import { guessField } from '@/lib/model/guess-field';
import type { AttributeRole, ModelDocument, RecordId } from '@/lib/model/records';
import { singularOf } from '@/lib/model/words-for';
import type { PastedColumn, PastedTable } from './pasted-table';
import { wordsOf } from './words-of';

type Drawn = { document: ModelDocument; entityIds: RecordId[] };
/** Which record of the model stands for which column, by the names the text gave them. */
type Placed = { table: PastedTable; entityId: RecordId; fields: ReadonlyMap<string, RecordId> };

/**
 * Tables as entities that are not yet found anywhere: what is one row where the text says it, a line for each foreign key,
 * and where it names none the lines that equal keys suggest. Names are made fit and free; nothing is bound, because that a
 * table is called something says nothing about who offers it.
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
  for (const { entityId } of placed)
    made = guessRelationships(made, entityId).reduce((next, pairs) => relate(next, { id: newId(), pairs }), made);
  return { document: made, entityIds: placed.map(({ entityId }) => entityId) };
}

function drawTable(document: ModelDocument, table: PastedTable, newId: () => RecordId) {
  const entityId = newId();
  const words = singularOf(wordsOf(table.name));
  const start = addEntity(document, { id: entityId, name: toName(words, 'entity'), label: sentence(words) });
  const keys = new Set([...table.key, ...table.references.flatMap(({ columns }) => columns)].map(lower));
  const fields = new Map<string, RecordId>();
  const filled = table.columns.reduce((made, column) => {
    const id = newId();
    fields.set(lower(column.name), id);
    const words = wordsOf(column.name);
    const name = toName(words, 'field');
    const role = keys.has(lower(column.name)) ? 'identifier' : roleOf(column);
    const { type, nullable } = column;
    return addAttribute(made, {
      id,
      entityId,
      name,
      label: sentence(words),
      type,
      nullable,
      ...(role ? { role } : {}),
    });
  }, start);
  const attributeIds = table.key.flatMap((key) => fields.get(lower(key)) ?? []);
  return { document: setGrain(filled, { entityId, attributeIds }), placed: { table, entityId, fields } };
}

function withReferences(document: ModelDocument, from: Placed, all: readonly Placed[], newId: () => RecordId) {
  return from.table.references.reduce((made, { columns, table, toColumns }) => {
    const to = all.find((other) => lower(other.table.name) === lower(table));
    const toNames = toColumns.length > 0 ? toColumns : (to?.table.key ?? []);
    const pairs = columns.flatMap((column, at) => {
      const fromId = from.fields.get(lower(column));
      const toId = to?.fields.get(lower(toNames[at] ?? ''));
      return fromId !== undefined && toId !== undefined ? [{ fromId, toId }] : [];
    });
    return pairs.length === columns.length ? relate(made, { id: newId(), pairs }) : made;
  }, document);
}

/** What a field is for, where its name says so and its type does not speak against it. */
function roleOf({ name, type }: PastedColumn): AttributeRole | null {
  const guess = guessField(wordsOf(name));
  if (guess?.role === 'identifier') return type === 'string' || type === 'integer' ? 'identifier' : null;
  return guess?.role === 'category' && type === 'string' ? 'category' : null;
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lower(name: string): string {
  return name.toLowerCase();
}
