import { attributesIn, indexModel } from '@/lib/model/model-index';
import type { ModelDocument, ModelRecord, RecordId } from '@/lib/model/records';
import { FileModel } from './file-schema-model';
import { fromModel } from './from-model';
import { toModel } from './to-model';

/**
 * The id each record gets when its file is read: what `ids` and `layouts` call it. Found by reading what would be
 * written, so that the two can never disagree; records keep their order on the way, and so they pair up.
 */
export function fileIdsOf(model: ModelDocument): ReadonlyMap<RecordId, RecordId> {
  const read = toModel(FileModel.parse(fromModel(model).file));
  const before = inFileOrder(model);
  const after = inFileOrder(read);
  return new Map(before.flatMap(({ id }, index): [RecordId, RecordId][] => [[id, after[index]?.id ?? id]]));
}

function inFileOrder(model: ModelDocument): ModelRecord[] {
  const { entity, attribute: _, ...others } = indexModel(model).byKind;
  const entities = entity.flatMap((record) => [record, ...attributesIn(model, record.id)]);
  return [...entities, ...Object.values(others).flat()];
}
