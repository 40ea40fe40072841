import { expect, test } from 'vitest';
import { PlanChange } from '@/lib/engine/plan';
import { joinChanges } from './join-changes';

const HALF_HOURLY: PlanChange = { schedules: [{ product: 'a', everyMinutes: 30, takesMinutes: 10 }] };
const LESS_FRESH: PlanChange = { schedules: [], freshness: { consumer: 'cdp', maxMinutes: 300 } };

test('what is tried together is one change, the later over the earlier', () => {
  const hourly = { product: 'a', everyMinutes: 60, takesMinutes: 10 };
  const dropped: PlanChange = {
    schedules: [hourly],
    drop: { metrics: [{ consumer: 'cdp', metric: 'churn' }] },
    policies: { drop: ['gdpr'] },
  };
  const joined = joinChanges([HALF_HOURLY, LESS_FRESH, dropped]);
  expect(PlanChange.parse(joined)).toMatchObject({
    schedules: [...HALF_HOURLY.schedules, hourly],
    freshness: { maxMinutes: 300 },
    drop: { metrics: [{ metric: 'churn' }] },
    policies: { drop: ['gdpr'] },
  });
});

test('one alone is itself, and none is none', () => {
  expect(joinChanges([LESS_FRESH])).toBe(LESS_FRESH);
  expect(joinChanges([])).toBeNull();
});
