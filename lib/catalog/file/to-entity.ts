import type { AttributeRecord, DerivationInput, DerivationJoin, EntityRecord } from '@/lib/model/records';
import type { FileAttribute, FileEntity, FileInput, FileJoin } from './file-schema-model';
import { attributeIdOf, recordIdOf } from './record-ids';

export function toEntity(file: FileEntity, order: number): EntityRecord {
  const attributeId = (name: string) => attributeIdOf(file.key, name);
  return {
    kind: 'entity',
    id: recordIdOf('entity', file.key),
    order,
    name: file.key,
    label: file.label,
    description: file.description,
    synonyms: file.synonyms,
    grain: file.grain.map(attributeId),
    derivation: file.from && {
      from: toInput(file.from),
      joins: file.joins.map(toJoin),
      where: file.where,
      groupBy: file.groupBy.map(attributeId),
    },
  };
}

export function toAttribute(entity: string, { key, ...file }: FileAttribute, order: number): AttributeRecord {
  const id = attributeIdOf(entity, key);
  return { kind: 'attribute', id, order, entityId: recordIdOf('entity', entity), name: key, ...file };
}

/** The reader has seen to it that exactly one of the two stands there. */
function toInput({ table, entity, as }: FileInput): DerivationInput {
  return table === undefined ? { entity: entity ?? '', as } : { table, as };
}

function toJoin({ type, on, ...input }: FileJoin): DerivationJoin {
  return { ...toInput(input), type, on };
}
