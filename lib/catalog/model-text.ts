import { ok, type Result, refuse } from '@/lib/base/result';
import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import { sameRecord } from '@/lib/model/same-record';
import { startAsking } from './file/asking';
import { checkText } from './file/check-text';
import { type Cursor, child, cursorAt, itemsOf } from './file/cursor';
import { fileIdsOf } from './file/file-ids';
import { collectModelNames } from './file/file-names';
import { FileModel } from './file/file-schema-model';
import { findModelProblems } from './file/find-model-problems';
import { findShapeProblems } from './file/find-shape-problems';
import type { Finding } from './file/finding';
import { fromModel } from './file/from-model';
import { keepOrder } from './file/keep-order';
import { DEFAULT_LIMITS } from './file/limits';
import { mapRecordIds } from './file/map-record-ids';
import { namesWritten } from './file/names-written';
import { readYaml } from './file/read-yaml';
import { renderYaml } from './file/render-yaml';
import { toModel } from './file/to-model';
import { toPlainValue } from './file/tree';
import type { Unwritable } from './file/unwritable';
import { type FileProblem, toFileProblems } from './file-problem';

/** Where a record stands in the text: the offset of its first character. */
export type PlaceInText = { id: RecordId; at: number };

/**
 * A model as the text of its `model:` block, the same bytes for the same model. Refused with the records that no text can
 * hold: two of one name, a name no reference could spell, a reference to what is gone.
 */
export function writeModelText(model: ModelDocument): Result<string, Omit<Unwritable, 'product'>[]> {
  const { file, unwritable } = fromModel(model);
  if (unwritable.length > 0) return refuse(unwritable);
  return ok(Object.keys(model.records).length === 0 ? '' : renderYaml(file));
}

/**
 * The model a text says, whole or not at all. A record that bears the same name as before is the same record, whatever
 * else changed; a name that is new makes a new one. Other products' names are not looked up here: the rules do that.
 */
export function readModelText(
  text: string,
  before: ModelDocument,
): Result<{ model: ModelDocument; places: PlaceInText[] }, FileProblem[]> {
  if (text.trim() === '') return ok({ model: { ...before, records: {} }, places: [] });
  const unreadable = checkText(text, DEFAULT_LIMITS);
  if (unreadable) return refuse(toFileProblems([unreadable], text));
  const { tree, findings } = readYaml(text, DEFAULT_LIMITS);
  if (!tree) return refuse(toFileProblems(findings, text));
  const value = toPlainValue(tree);
  const parsed = FileModel.safeParse(value);
  const shape = parsed.success ? [] : findShapeProblems({ tree, value, schema: FileModel }, parsed.error.issues);
  const named: Finding[] = [];
  const cursor = cursorAt(tree);
  collectModelNames(cursor, named);
  findModelProblems(startAsking(namesWritten(cursor), named), cursor);
  const wrong = [...findings, ...shape, ...named];
  if (!parsed.success || wrong.length > 0) return refuse(toFileProblems(wrong, text));
  const read = toModel(parsed.data);
  const idOf = identities(before, read);
  const model = keepOrder(before, mapRecordIds(read, idOf));
  return ok({ model: withSameRecords(before, model), places: placesOf(cursor, read, idOf) });
}

/** Names tie records to those there were; a made id that belongs to a record of another name is made anew. */
function identities(before: ModelDocument, read: ModelDocument): (id: RecordId) => RecordId {
  const known = new Map([...fileIdsOf(before)].map(([id, fileId]) => [fileId, id]));
  const taken = new Set(Object.keys(before.records));
  const given = new Map<RecordId, RecordId>();
  for (const fileId of Object.keys(read.records)) {
    let id = known.get(fileId) ?? fileId;
    for (let again = 2; !known.has(fileId) && taken.has(id); again++) id = `${fileId}~${again}`;
    given.set(fileId, id);
    taken.add(id);
  }
  return (id) => given.get(id) ?? id;
}

/** What has not changed stays the very same value, so that nothing downstream looks at it again. */
function withSameRecords(before: ModelDocument, model: ModelDocument): ModelDocument {
  const entries = Object.values(model.records).map((record): [RecordId, ModelRecord] => {
    const was = before.records[record.id];
    return [record.id, was && sameRecord(was, record) ? was : record];
  });
  const isSame =
    entries.length === Object.keys(before.records).length &&
    entries.every(([id, record]) => before.records[id] === record);
  return isSame ? before : { ...model, records: Object.fromEntries(entries) };
}

const LISTS = ['relationships', 'segments', 'measures', 'metrics', 'drivers', 'expectations'] as const;

/** Records and list entries come in the same order, kind by kind: entities each with their attributes first. */
function placesOf(cursor: Cursor, read: ModelDocument, idOf: (id: RecordId) => RecordId): PlaceInText[] {
  const offsets = [
    ...itemsOf(child(cursor, 'entities')).flatMap((entity) => [
      entity.at,
      ...itemsOf(child(entity, 'attributes')).map(({ at }) => at),
    ]),
    ...LISTS.flatMap((list) => itemsOf(child(cursor, list)).map(({ at }) => at)),
  ];
  return Object.keys(read.records).flatMap((fileId, index) => {
    const at = offsets[index];
    return at === undefined ? [] : [{ id: idOf(fileId), at }];
  });
}
