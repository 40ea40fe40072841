import { expect, test } from 'vitest';
import { nearestName } from './nearest-name';

test.each([
  ['amout', ['amount', 'account'], 'amount'],
  ['AMOUNT', ['amount'], 'amount'],
  ['custmoer_id', ['customer_id', 'order_id'], 'customer_id'],
  ['o.sttus', ['o.status', 'c.state'], 'o.status'],
  ['revenue', ['amount', 'status'], null],
  ['x', [], null],
  ['ab', ['ba', 'abc'], 'ba'],
])('%s is nearest to one of %j: %s', (written, known, want) => {
  expect(nearestName(written, known)).toBe(want);
});
