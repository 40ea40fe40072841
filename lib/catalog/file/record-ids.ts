import { fingerprint } from '@/lib/base/fingerprint';
import type { RecordId, RecordKind } from '@/lib/model/records';

const LENGTH_MAX = 120;

/**
 * The id a record gets from where it stands in a file: `entity:order`, `attribute:order.status`. The same file gives the
 * same ids on every machine. A path too long for an id ends in its fingerprint instead.
 */
export function recordIdOf(kind: RecordKind, path: string): RecordId {
  const id = `${kind}:${path}`;
  return id.length <= LENGTH_MAX ? id : `${id.slice(0, LENGTH_MAX - 33)}#${fingerprint(id)}`;
}

export function attributeIdOf(entity: string, attribute: string): RecordId {
  return recordIdOf('attribute', `${entity}.${attribute}`);
}

/** Ids for records without a name of their own (drivers, expectations): the second of two alike ends in `::2`. */
export function startNumbering(): (kind: RecordKind, path: string) => RecordId {
  const counts = new Map<string, number>();
  return (kind, path) => {
    const count = (counts.get(`${kind}:${path}`) ?? 0) + 1;
    counts.set(`${kind}:${path}`, count);
    return recordIdOf(kind, count === 1 ? path : `${path}::${count}`);
  };
}
