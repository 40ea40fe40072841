import { capitalise } from '@/lib/base/capitalise';
import { attributeNamesIn, indexModel, recordAt, recordOf } from './model-index';
import type { DriverRecord, ExpectationRecord, ModelDocument, ModelRecord, RecordId } from './records';
import { ruleText } from './rule-text';

/** The kinds whose records are called by a name of their own, unique in the model (attributes: in their entity). */
export type NamedKind = 'entity' | 'attribute' | 'relationship' | 'segment' | 'measure' | 'metric';
export type NamedRecord = Extract<ModelRecord, { kind: NamedKind }>;

/** True for a record that bears a name; drivers and expectations are called by what they connect. */
export function isNamed(record: ModelRecord): record is NamedRecord {
  return record.kind !== 'driver' && record.kind !== 'expectation';
}

/**
 * What a record is called in files, plans and problems: `order`, `order.status`, `late_rate → repeat_rate`,
 * `freshness on model`; of several expectations of one rule on one target each says its own (`range on order.amount: min 0`).
 * A record that is gone is called by its id.
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
      return nameOfExpectation(document, record);
    default:
      return record.name;
  }
}

function nameOfExpectation(document: ModelDocument, { rule, onId }: ExpectationRecord): string {
  const name = `${rule.rule} on ${nameOfEnd(document, onId)}`;
  if (!ruledTwice(document).has(`${rule.rule} ${onId}`)) return name;
  const text = ruleText(rule, (id) => nameOfEnd(document, id));
  return text === '' ? name : `${name}: ${text}`;
}

const twice = new WeakMap<ModelDocument, ReadonlySet<string>>();

/** Rules that more than one expectation states of the same target. */
function ruledTwice(document: ModelDocument): ReadonlySet<string> {
  const known = twice.get(document);
  if (known) return known;
  const seen = new Set<string>();
  const again = new Set<string>();
  for (const { rule, onId } of indexModel(document).byKind.expectation) {
    const key = `${rule.rule} ${onId}`;
    if (seen.has(key)) again.add(key);
    seen.add(key);
  }
  twice.set(document, again);
  return again;
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
  return capitalise(name.replace(/[_-]+/g, ' ').trim());
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
