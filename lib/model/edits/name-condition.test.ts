import { expect, test } from 'vitest';
import { aMeasure, aModel, anEntityWith } from '../factories';
import { recordOf } from '../model-index';
import { nameCondition } from './name-condition';

const order = anEntityWith('order', { order_id: 'string', status: 'string' });
const counted = (filter: string | null) =>
  aModel(order, aMeasure({ id: 'sent', entityId: 'order', name: 'sent', aggregation: 'count', filter }));

test('a condition with a name is a segment, and the measure counts only that', () => {
  const named = nameCondition(counted("status = 'delivered'"), { id: 's', measureId: 'sent', label: 'Delivered' });
  expect(recordOf(named, 'segment', 's')).toMatchObject({
    entityId: 'order',
    name: 'delivered',
    label: 'Delivered',
    filter: "status = 'delivered'",
  });
  expect(recordOf(named, 'measure', 'sent')).toMatchObject({ filter: null, segmentIds: ['s'] });
});

test('there is nothing to name where nothing is asked', () => {
  for (const model of [counted(null), counted(' ')])
    expect(nameCondition(model, { id: 's', measureId: 'sent', label: 'Delivered' })).toBe(model);
});
