import { expect, test } from 'vitest';
import type { Agreement } from '@/lib/catalog/agreement';
import { RequirementKind } from '../plan';
import { agreedValue } from './agreed-value';

const place = { product: 'agg-x', target: null, rule: null };

test.each<[Omit<Agreement, 'product' | 'target' | 'rule'>, number | 'all', number | 'all']>([
  [{ kind: 'freshness', asked: 360, value: 1440 }, 360, 1440],
  [{ kind: 'freshness', asked: 360, value: 1440 }, 400, 1440],
  [{ kind: 'freshness', asked: 360, value: 1440 }, 2000, 2000],
  [{ kind: 'freshness', asked: 360, value: 1440 }, 359, 359],
  [{ kind: 'availability', asked: 0.99, value: 0.95 }, 0.98, 0.95],
  [{ kind: 'availability', asked: 0.99, value: 0.95 }, 0.9, 0.9],
  [{ kind: 'availability', asked: 0.99, value: 0.95 }, 0.995, 0.995],
  [{ kind: 'history', asked: 'all', value: 365 }, 'all', 365],
  [{ kind: 'history', asked: 730, value: 365 }, 'all', 'all'],
  [{ kind: 'deadline', asked: '23:00', value: '23:30', dayOffset: -1 }, -60, -30],
])('under %j a need of %s is one of %s', (agreement, need, wanted) => {
  const consumer = { agreements: [{ ...place, ...agreement }] };
  const kind = RequirementKind.parse(agreement.kind);
  expect(agreedValue(consumer, { ...place, kind, value: need })).toBe(wanted);
});

test('an agreement is about one place and one kind', () => {
  const agreement = { ...place, kind: 'freshness', asked: 360, value: 1440 };
  const consumer = { agreements: [agreement] };
  expect(agreedValue(consumer, { ...place, product: 'agg-y', kind: 'freshness', value: 360 })).toBe(360);
  expect(agreedValue(consumer, { ...place, target: 'order', kind: 'freshness', value: 360 })).toBe(360);
});
