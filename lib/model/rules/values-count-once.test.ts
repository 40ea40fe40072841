import { expect, test } from 'vitest';
import { describeIssue } from '../describe-issue';
import { aMeasure, aShop } from '../factories';
import type { MeasureRecord } from '../records';
import { valuesCountOnce } from './values-count-once';

const shop = (given: Partial<MeasureRecord>) =>
  aShop(aMeasure({ entityId: 'item', name: 'x', id: 'x', aggregation: 'sum', ...given }));

test('the amount of an order, added up over its items, is added once per item', () => {
  for (const expression of [
    'order.amount',
    'order.amount * 2',
    "case when order.status = 'new' then order.amount end",
  ]) {
    const document = shop({ expression });
    const issues = valuesCountOnce(document);
    expect(issues).toMatchObject([{ code: 'fan-out', at: 'x', fromId: 'item', toId: 'order', turnsAt: 'order' }]);
    expect(issues.map((issue) => describeIssue(issue, document, 'plain'))).toEqual([
      'X takes what is said of Order. This would count twice: one Order belongs to many Items, and is counted with each of them.',
    ]);
  }
});

test('what is of the items themselves, or only chosen by their order, counts once', () => {
  const safe: Partial<MeasureRecord>[] = [
    { expression: 'price' },
    { expression: 'price * order.amount' },
    { expression: "case when order.status = 'new' then 1 else 0 end" },
    { expression: 'case when pieces = 1 then order.amount end' },
    { expression: 'order.amount', filter: 'pieces = 1' },
    { expression: 'order.amount', aggregation: 'max' },
    { expression: 'order.order_id', aggregation: 'count-distinct' },
  ];
  for (const given of safe) expect(valuesCountOnce(shop(given))).toEqual([]);
});
