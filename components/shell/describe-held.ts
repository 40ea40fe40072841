import { ROLE_WORDS } from '@/components/canvas/field-icon';
import { TYPE_WORDS } from '@/lib/model/check-expression';
import type { AttributeRecord } from '@/lib/model/records';

type Held = Pick<AttributeRecord, 'role' | 'type' | 'unit'>;

/** "Identifier: a text", "A number, in BRL": the role is said where the type does not say it. */
export function describeHeld({ role, type, unit }: Held): string {
  const words = TYPE_WORDS[type];
  const isSaid = role !== 'identifier' && role !== 'category';
  const held = isSaid ? `${words.charAt(0).toUpperCase()}${words.slice(1)}` : `${ROLE_WORDS[role]}: ${words}`;
  return unit === null ? held : `${held}, in ${unit}`;
}
