import { canonicalDate, canonicalTime, canonicalTimestamp } from '@/lib/sql/literals';
import type { AttributeType } from './records';

/** May a written value stand in a field of this type? Documents are held against nothing; text about a day is a day. */
export function fitsField(value: string | number | boolean, type: AttributeType | undefined): boolean {
  switch (type) {
    case 'integer':
    case 'decimal':
      return typeof value === 'number';
    case 'boolean':
      return typeof value === 'boolean';
    case 'string':
      return typeof value === 'string';
    case 'date':
      return typeof value === 'string' && canonicalDate(value) !== null;
    case 'timestamp':
      return typeof value === 'string' && canonicalTimestamp(value) !== null;
    case 'time':
      return typeof value === 'string' && canonicalTime(value) !== null;
    default:
      return false;
  }
}
