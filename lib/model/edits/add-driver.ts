import { indexModel } from '../model-index';
import type { DriverRecord, ModelDocument, RecordId } from '../records';
import { nextOrder } from './next-order';
import { putRecords } from './put-records';

export type NewDriver = Partial<Omit<DriverRecord, 'kind'>> & {
  id: RecordId;
  fromId: RecordId;
  driver: DriverRecord['driver'];
};

/** An edge of the metric tree. Drawing the same edge again changes nothing; a component drawn by hand is an identity. */
export function addDriver(document: ModelDocument, given: NewDriver): ModelDocument {
  const { fromId, driver, toId = null, byId = null } = given;
  const isDrawn = indexModel(document).byKind.driver.some(
    (other) => other.fromId === fromId && other.driver === driver && other.toId === toId && other.byId === byId,
  );
  if (isDrawn) return document;
  const usual = { sign: null, note: null, identity: driver === 'component' };
  return putRecords(document, { kind: 'driver', order: nextOrder(document, 'driver'), toId, byId, ...usual, ...given });
}
