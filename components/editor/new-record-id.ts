import type { RecordId } from '@/lib/model/records';

/** Ids are made where records are: unique without asking anyone, and sorted by when they were made. */
export function newRecordId(): RecordId {
  const time = Date.now().toString(36).padStart(9, '0');
  const random = Array.from(crypto.getRandomValues(new Uint8Array(8)), (byte) => byte.toString(36).padStart(2, '0'));
  return `r${time}${random.join('')}`;
}
