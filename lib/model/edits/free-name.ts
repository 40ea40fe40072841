import { attributesIn, indexModel } from '../model-index';
import type { NamedKind } from '../names';
import type { ModelDocument, RecordId } from '../records';

/**
 * The name itself when nothing of its kind bears it, else the first of `name_2`, `name_3`, … that is free. An entity keeps
 * clear of roles as well, because both stand before the dot in `entity.attribute`.
 */
export function freeName(
  document: ModelDocument,
  kind: NamedKind,
  wanted: string,
  entityId: RecordId | null = null,
): string {
  const roles = kind === 'entity' ? indexModel(document).byKind.relationship.flatMap(({ role }) => role ?? []) : [];
  const taken = new Set([...namesOf(document, kind, entityId), ...roles]);
  if (!taken.has(wanted)) return wanted;
  for (let n = 2; ; n++) if (!taken.has(`${wanted}_${n}`)) return `${wanted}_${n}`;
}

/** The names a new record of a kind must stay clear of; attributes only those of their entity. */
export function namesOf(document: ModelDocument, kind: NamedKind, entityId: RecordId | null): string[] {
  if (kind === 'attribute') return entityId === null ? [] : attributesIn(document, entityId).map(({ name }) => name);
  return indexModel(document).byKind[kind].map(({ name }) => name);
}

/** A name from a person's words: `Order value (net)` becomes `order_value_net`. */
export function toName(words: string, fallback: string): string {
  const joined = words
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^[_0-9]+/, '')
    .replace(/_+$/, '');
  return joined === '' ? fallback : joined;
}
