import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { writeWorkspace } from '@/lib/catalog/write-workspace';
import { slicesOf, timeCutOf } from './cuts';
import { removeRecords } from './edits/plan-removal';
import { setRole } from './edits/set-role';
import { recordOf } from './model-index';
import type { ModelDocument } from './records';
import { waysAreUnique } from './rules/ways-are-unique';
import { describeMetric } from './sentence';

/** Orders with two days of one calendar. */
const file = (time: string, slices: string) => `headwater: 1
workspace:
  name: Two days
products:
  - key: cdp-shipping
    model:
      entities:
        - key: order
          grain: [id]
          attributes:
            - key: id
              type: string
            - key: placed
              type: date
            - key: shipped
              type: date
        - key: day
          label: Day
          grain: [day]
          attributes:
            - key: day
              type: date
              role: time
            - key: quarter
              type: string
      relationships:
        - key: placed_on
          from: order.placed
          to: day.day
          cardinality: many-to-one
          role: placed
        - key: shipped_on
          from: order.shipped
          to: day.day
          cardinality: many-to-one
          role: shipped
      measures:
        - key: orders
          entity: order
          aggregation: count
      metrics:
        - key: shipped_orders
          kind: simple
          measure: orders
          time: ${time}
          slices: ${slices}
`;

function read(text: string) {
  const found = readWorkspace(text);
  if (!found.ok) throw new Error(found.error.map(({ words }) => words).join('\n'));
  return found.value;
}
function modelOf(text: string): ModelDocument {
  const [product] = read(text).products;
  if (!product) throw new Error('the file has a product');
  return product.model;
}
const metricOf = (model: ModelDocument) => {
  const metric = recordOf(model, 'metric', 'metric:shipped_orders');
  if (!metric) throw new Error('the model has a metric');
  return metric;
};
const inRoles = modelOf(file('shipped.day', '[shipped.quarter, placed.quarter]'));

test('without a role two ways lead there, which is said; with one there is one', () => {
  const codes = (model: ModelDocument) => waysAreUnique(model).map(({ code, at }) => [code, at]);
  expect(codes(modelOf(file('day.day', '[day.quarter]')))).toEqual([
    ['several-paths', 'metric:shipped_orders'],
    ['several-paths', 'metric:shipped_orders'],
  ]);
  expect(codes(inRoles)).toEqual([]);
  expect(describeMetric(inRoles, 'metric:shipped_orders')).toContain('by day of Day (shipped)');
});

test('a file says roles, and says them again as it said them', () => {
  const text = file('shipped.day', '[shipped.quarter, placed.quarter]');
  const written = writeWorkspace(read(text));
  expect(modelOf(written)).toEqual(inRoles);
  expect(written).toContain('shipped.quarter');
  expect(readWorkspace(file('shipped.day', '[shiped.quarter]')).ok).toBe(false);
});

test('cuts follow their role to its new name, and without a role they are said by the entity again', () => {
  const renamed = setRole(inRoles, { relationshipId: 'relationship:shipped_on', role: 'sent' });
  expect(timeCutOf(metricOf(renamed))).toEqual({ attributeId: 'attribute:day.day', role: 'sent' });
  expect(slicesOf(metricOf(renamed)).map(({ role }) => role)).toEqual(['sent', 'placed']);
  const without = setRole(inRoles, { relationshipId: 'relationship:placed_on', role: null });
  expect(slicesOf(metricOf(without)).map(({ role }) => role)).toEqual([null, 'shipped']);
});

test('what is deleted cuts no more', () => {
  const left = removeRecords(inRoles, ['attribute:day.quarter']);
  expect(slicesOf(metricOf(left))).toEqual([]);
  expect(timeCutOf(metricOf(left))?.role).toBe('shipped');
});
