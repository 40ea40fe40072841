import { expect, test } from 'vitest';
import { describeNotices } from './describe-notices';

const notices = [
  { reader: { key: 'agg-customer-360', name: 'Customer 360' }, days: 1 },
  { reader: { key: 'cdp-retention', name: 'Retention' }, days: 90 },
];

test('a notice is told to an analyst as what happens, to everybody else as what is agreed', () => {
  expect(describeNotices(notices, 'plain')).toBe(
    'Says what will change, as agreed: 1 day ahead to Customer 360, 90 days ahead to Retention',
  );
  expect(describeNotices(notices, 'field')).toBe(
    'Notice of breaking changes agreed: 1 day with Customer 360, 90 days with Retention',
  );
});
