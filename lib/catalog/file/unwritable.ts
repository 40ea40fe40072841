import type { RecordId } from '@/lib/model/records';

/**
 * Why a record cannot stand in a file: files name records, and a draft may hold two of one name, a name no reference
 * could spell, a reference to something that is gone, or a period or time zone nobody knows. A record like that is listed,
 * never dropped in silence.
 */
export type Unwritable = {
  product: string;
  id: RecordId;
  because:
    | 'name-taken'
    | 'name-cannot-be-written'
    | 'refers-to-nothing'
    | 'refers-to-another-entity'
    | 'period-or-zone-unknown';
};
