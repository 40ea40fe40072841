import { expect, test } from 'vitest';
import { aDriver, aMeasure, aMetric, anEntityWith, aRelationship, aSegment, aShop } from '../factories';
import type { MetricRecord, ModelRecord } from '../records';
import { waysAreUnique } from './ways-are-unique';

const depot = anEntityWith('depot', { depot_id: 'string', opened_at: 'timestamp' });
const found = (...records: (ModelRecord | ModelRecord[])[]) => waysAreUnique(aShop(depot, ...records));
const metric = (given: Partial<MetricRecord>) =>
  aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'measure:amount' }, ...given });

test('what lies at the end of one path may cut, time and filter', () => {
  const segment = aSegment({ entityId: 'customer', name: 'paulista', filter: "state = 'SP'" });
  const given = {
    sliceIds: ['customer.state', 'order.status'],
    timeAttributeId: 'customer.joined_at',
    segmentIds: ['paulista'],
  };
  expect(found(segment, metric({ ...given, filter: "customer.state = 'SP'" }))).toEqual([]);
});

test('a cut that nothing leads to is an error, and may be left out', () => {
  expect(found(metric({ sliceIds: ['order.status', 'depot.depot_id'] }))).toMatchObject([
    {
      code: 'no-path',
      severity: 'error',
      at: 'm',
      place: { in: 'slice', attributeId: 'depot.depot_id' },
      fromId: 'order',
      toId: 'depot',
      fix: { put: [{ id: 'm', sliceIds: ['order.status'] }] },
    },
  ]);
});

test('time, segment and filter without a way are errors, too', () => {
  const segment = aSegment({ entityId: 'depot', name: 'open', filter: 'opened_at is not null' });
  const places = found(
    segment,
    metric({ timeAttributeId: 'depot.opened_at', segmentIds: ['open'], filter: 'depot.depot_id is null' }),
  );
  expect(places.map((issue) => 'place' in issue && issue.place.in)).toEqual(['time', 'segment', 'filter']);
});

test('several paths are all listed', () => {
  const direct = aRelationship('item.category', 'customer.customer_id', { name: 'wanted_by' });
  const items = aMeasure({ entityId: 'item', name: 'items', id: 'items' });
  const cut = aMetric({ name: 'm', formula: { kind: 'simple', measureId: 'items' }, sliceIds: ['customer.state'] });
  expect(found(direct, items, cut)).toMatchObject([
    {
      code: 'several-paths',
      at: 'm',
      paths: [[{ relationshipId: 'item_of' }, { relationshipId: 'places' }], [{ relationshipId: 'wanted_by' }]],
    },
  ]);
});

test('a ratio must get there from both of its sides', () => {
  const depots = aMeasure({ entityId: 'depot', name: 'depots', id: 'depots' });
  const count = aMetric({
    name: 'count',
    formula: { kind: 'simple', measureId: 'depots' },
    timeAttributeId: 'depot.opened_at',
  });
  const ratio = aMetric({
    name: 'm',
    formula: { kind: 'ratio', numeratorId: 'revenue', denominatorId: 'count' },
    sliceIds: ['customer.state'],
  });
  expect(found(depots, count, ratio)).toMatchObject([{ code: 'no-path', at: 'm', fromId: 'depot', toId: 'customer' }]);
});

test('the cut of a driver needs a way as well', () => {
  expect(found(aDriver({ fromId: 'revenue', driver: 'segment', byId: 'depot.depot_id' }))).toMatchObject([
    { code: 'no-path', at: 'revenue>depot.depot_id', place: { in: 'by' } },
  ]);
});
