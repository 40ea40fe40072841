import { type Cut, slicesOf, timeCutOf, wayToCut } from './cuts';
import { expressionsOf } from './expressions';
import type { ReachPlace } from './issue';
import { indexModel, recordOf } from './model-index';
import type { ModelDocument, ModelRecord, RecordId } from './records';
import { resolveName } from './references';
import { measuredEntities, scopeOf } from './scope';
import { type Way, wayTo } from './ways';

/** One place in a model that needs the way from the rows it counts to another entity, and the way there is. */
export type Reach = { at: RecordId; place: ReachPlace; fromId: RecordId; toId: RecordId; way: Way };

const reachesByDocument = new WeakMap<ModelDocument, readonly Reach[]>();

/**
 * Every such place: a metric's time, slices and segments from each entity it measures, a measure's segments, the cut of a
 * segment driver, and every name of another entity in an expression over attributes. Rules on paths read this one list.
 */
export function reachesOf(document: ModelDocument): readonly Reach[] {
  const known = reachesByDocument.get(document);
  if (known) return known;
  const { segment, measure, metric, driver, expectation } = indexModel(document).byKind;
  const records: ModelRecord[] = [...segment, ...measure, ...metric, ...driver, ...expectation];
  const made = records.flatMap((record) => [
    ...wanted(document, record).flatMap((want) => reach(document, record.id, want)),
    ...reachesInExpressions(document, record),
  ]);
  reachesByDocument.set(document, made);
  return made;
}

type Want = { place: ReachPlace; fromIds: readonly RecordId[] };

function wanted(document: ModelDocument, record: ModelRecord): Want[] {
  switch (record.kind) {
    case 'measure':
      return record.segmentIds.map((segmentId) => ({
        place: { in: 'segment', segmentId },
        fromIds: [record.entityId],
      }));
    case 'metric': {
      const fromIds = measuredEntities(document, record.id);
      const time = timeCutOf(record);
      const times = time === null ? [] : [placeOfCut('time', time)];
      const slices = slicesOf(record).map((cut) => placeOfCut('slice', cut));
      const segments = record.segmentIds.map((segmentId): ReachPlace => ({ in: 'segment', segmentId }));
      return [...times, ...slices, ...segments].map((place) => ({ place, fromIds }));
    }
    case 'driver':
      if (record.driver !== 'segment' || record.byId === null) return [];
      return [{ place: { in: 'by', attributeId: record.byId }, fromIds: measuredEntities(document, record.fromId) }];
    default:
      return [];
  }
}

function placeOfCut(place: 'time' | 'slice', { attributeId, role }: Cut): ReachPlace {
  return { in: place, attributeId, ...(role === null ? {} : { role }) };
}

function reach(document: ModelDocument, at: RecordId, { place, fromIds }: Want): Reach[] {
  const end =
    place.in === 'segment'
      ? recordOf(document, 'segment', place.segmentId)
      : recordOf(document, 'attribute', 'attributeId' in place ? place.attributeId : null);
  if (end === null) return [];
  const toId = end.entityId;
  const way = (fromId: RecordId) =>
    'role' in place && place.role !== undefined
      ? wayToCut(document, fromId, { attributeId: place.attributeId, role: place.role })
      : wayTo(document, fromId, toId);
  return fromIds.map((fromId) => ({ at, place, fromId, toId, way: way(fromId) }));
}

function reachesInExpressions(document: ModelDocument, record: ModelRecord): Reach[] {
  return expressionsOf(record).flatMap(({ place, columns }): Reach[] => {
    const others = columns.filter((column) => column.qualifier !== null);
    const scope = others.length === 0 ? null : scopeOf(document, record, place);
    if (scope?.over !== 'attributes') return [];
    return scope.entityIds.flatMap((entityId) =>
      others.flatMap((column): Reach[] => {
        const found = resolveName(document, entityId, column);
        if (found.ok || found.error.code === 'unknown-name') return [];
        const { fromId, toId } = found.error;
        const way: Way =
          found.error.code === 'several-paths'
            ? { is: 'several', paths: found.error.paths }
            : wayTo(document, fromId, toId);
        return [{ at: record.id, place, fromId, toId, way }];
      }),
    );
  });
}
