import { printExpression } from '@/lib/sql/print';
import { nameIn } from '../input-ref';
import { recordOf } from '../model-index';
import type { AttributeRecord, EntityRecord, ModelDocument, RecordId } from '../records';
import { inputsOf } from '../scope';
import { freeAlias } from './free-alias';
import type { OfferedAttribute } from './offered-entity';
import { putRecords } from './put-records';

export type BindAttribute = { id: RecordId /** `product.entity` */; ref: string; offered: OfferedAttribute };

/**
 * A wish is found: the attribute reads what an upstream entity offers, and takes over type, unit and classification, which
 * it would otherwise contradict. An entity without an origin gets this one. One that is made from something else keeps
 * what it has, because how the two would be joined is not the binding's to invent; `canBind` says so.
 */
export function bindAttribute(document: ModelDocument, { id, ref, offered }: BindAttribute): ModelDocument {
  const attribute = recordOf(document, 'attribute', id);
  const entity = recordOf(document, 'entity', attribute?.entityId ?? null);
  if (attribute === null || entity === null || !canBind(entity, ref)) return document;
  const alias = aliasFor(entity, ref) ?? freeAlias(entity, nameIn(ref));
  const from = { entity: ref, as: alias };
  const derivation = entity.derivation ?? { from, joins: [], where: null, groupBy: [] };
  return putRecords(document, { ...entity, derivation }, boundTo(attribute, alias, offered));
}

/** True when an entity already reads from an upstream one, or from nothing yet. */
export function canBind(entity: EntityRecord, ref: string): boolean {
  return entity.derivation === null || aliasFor(entity, ref) !== null;
}

/** An attribute as its input's attribute of the same meaning; its own name, label and place stay. */
export function boundTo(attribute: AttributeRecord, alias: string, offered: OfferedAttribute): AttributeRecord {
  const { type, unit, classification } = offered;
  const expression = printExpression({ kind: 'column', qualifier: alias, name: offered.name });
  return { ...attribute, expression, type, unit, classification };
}

/** The alias under which an entity reads another; null when it does not. */
export function aliasFor(entity: EntityRecord, ref: string): string | null {
  return inputsOf(entity).find((input) => 'entity' in input && input.entity === ref)?.as ?? null;
}
