import { attributeNamesIn, indexModel, recordAt, recordOf } from './model-index';
import type { DriverRecord, ModelDocument, ModelRecord, RecordId } from './records';

/** The kinds whose records are called by a name of their own, unique in the model (attributes: in their entity). */
export type NamedKind = 'entity' | 'attribute' | 'relationship' | 'segment' | 'measure' | 'metric';
export type NamedRecord = Extract<ModelRecord, { kind: NamedKind }>;

/** True for a record that bears a name; drivers and expectations are called by what they connect. */
export function isNamed(record: ModelRecord): record is NamedRecord {
  return record.kind !== 'driver' && record.kind !== 'expectation';
}

/**
 * What a record is called in files, plans and problems: `order`, `order.status`, `late_rate → repeat_rate`,
 * `freshness on model`. A record that is gone is called by its id.
 */
export function nameOfRecord(document: ModelDocument, id: RecordId | null): string {
  if (id === null) return 'model';
  const record = recordAt(document, id);
  if (record === null) return id;
  switch (record.kind) {
    case 'attribute':
      return `${recordOf(document, 'entity', record.entityId)?.name ?? record.entityId}.${record.name}`;
    case 'driver':
      return nameOfDriver(document, record);
    case 'expectation':
      return `${record.rule.rule} on ${nameOfEnd(document, record.onId)}`;
    default:
      return record.name;
  }
}

function nameOfDriver(document: ModelDocument, driver: DriverRecord): string {
  const from = nameOfEnd(document, driver.fromId);
  if (driver.driver === 'segment' && driver.byId !== null) return `${from} by ${nameOfEnd(document, driver.byId)}`;
  return `${from} → ${driver.toId === null ? '?' : nameOfEnd(document, driver.toId)}`;
}

/** What is called by its ends may, in a wrong draft, name itself as one: then an end is called by its id. */
function nameOfEnd(document: ModelDocument, id: RecordId | null): string {
  const record = id === null ? null : recordAt(document, id);
  return record !== null && !isNamed(record) ? record.id : nameOfRecord(document, id);
}

/** A record's name without its entity's: `status` of `order.status`. What bears no name is called by its id. */
export function ownNameOf(document: ModelDocument, id: RecordId): string {
  const record = recordAt(document, id);
  return record !== null && isNamed(record) ? record.name : id;
}

/** The label a person gave a record, else its name in plain words: `first_order_at` reads `First order at`. */
export function labelOfRecord(document: ModelDocument, id: RecordId | null): string {
  const record = recordAt(document, id);
  if (record === null || !isNamed(record)) return nameOfRecord(document, id);
  return record.label ?? sentenceCase(record.name);
}

/** A name as people would write it: `payment_method` is "Payment method". What a label falls back on. */
export function sentenceCase(name: string): string {
  const words = name.replace(/[_-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The record of a kind by its name, an attribute by `entity.attribute`; null when nothing bears it. */
export function findByName<K extends NamedKind>(
  document: ModelDocument,
  kind: K,
  name: string,
): Extract<ModelRecord, { kind: K }> | null {
  const index = indexModel(document);
  if (kind !== 'attribute') {
    const named: readonly NamedRecord[] = index.byKind[kind];
    return recordOf(document, kind, named.find((record) => record.name === name)?.id ?? null);
  }
  const dot = name.indexOf('.');
  const entity = index.entityByName.get(name.slice(0, Math.max(dot, 0)));
  const attribute = entity && attributeNamesIn(document, entity.id).get(name.slice(dot + 1));
  return recordOf(document, kind, attribute?.id ?? null);
}
