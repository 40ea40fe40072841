import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { PlanChange, Requirement, RequirementKind, RequirementValue } from '@/lib/engine/plan';
import { applyChange } from '@/lib/engine/push/apply-change';
import { planNames } from '@/lib/engine/push/plan-names';
import { planPush } from '@/lib/engine/push/plan-push';
import { describeAlternative, describeConsequence, describeNeedAfter } from './describe-consequence';
import { type CounterQuestion, findConsequence } from './find-consequence';

const read = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'), { format: 'yaml' });
if (!read.ok) throw new Error(JSON.stringify(read.error));
const snapshot = read.value;
const consumers = ['cdp-category', 'cdp-retention'];

function planOf(consumer: string, change?: PlanChange) {
  const planned = planPush(change ? applyChange(snapshot, change) : snapshot, [consumer]);
  return planned.ok ? planned.value : null;
}

function ask(consumer: string, product: string, kind: RequirementKind, target: string | null = null): Requirement {
  const row = planOf(consumer)?.requirements.find(
    (one) => one.product === product && one.kind === kind && one.target === target,
  );
  if (!row) throw new Error(`${consumer} asks no ${kind} of ${product}`);
  return row;
}

function offer(asked: Requirement, value: RequirementValue): CounterQuestion {
  const isAggregate = (key: string) =>
    snapshot.products.some((one) => one.key === key && one.alignment === 'aggregate');
  return { asked, value, consumers, names: planNames(snapshot), planOf, isAggregate };
}

test('an older source: what becomes how old, whose need breaks, and the runs that would make up for it', () => {
  const question = offer(ask('cdp-retention', 'src-orders', 'freshness'), 1440);
  const found = findConsequence(question);
  expect(found.consumers.map(({ consumer, asked }) => [consumer, asked])).toEqual([
    ['cdp-category', 330],
    ['cdp-retention', 650],
  ]);
  const [category, retention] = found.consumers;
  // Order economics runs every 6 h for 30 min, Customer 360 every 6 h for 40 min: 24 h, 6 h 30 and 6 h 40.
  expect(category?.needs).toEqual([{ name: 'freshness on model', stated: 720, after: 1830, isBroken: true }]);
  expect(retention?.needs).toEqual([{ name: 'freshness on model', stated: 1440, after: 2230, isBroken: true }]);
  expect(retention?.metrics[0]?.ageMinutes).toBe(2230);
  const words = describeConsequence(question, found);
  expect(words).toMatch(
    /^24 h instead of 10 h 50: Category revenue becomes 30 h 30 old; .+ become 37 h 10 old; it breaks what 2 consumers/,
  );
  expect(found.alternatives.map((one) => one.kind)).toEqual(['state-less', 'state-less']);
});

test('a little less can be made up for by faster runs, which planning again confirms', () => {
  const asked = ask('cdp-retention', 'src-orders', 'freshness');
  const found = findConsequence({ ...offer(asked, 800), consumers: ['cdp-retention'] });
  const [faster] = found.alternatives;
  expect(faster?.kind).toBe('schedule');
  if (faster?.kind !== 'schedule') return;
  const again = planOf('cdp-retention', faster.change)?.requirements.find(
    (row) => row.product === 'src-orders' && row.kind === 'freshness',
  );
  expect(Number(again?.value)).toBeGreaterThanOrEqual(800);
  expect(describeAlternative(faster, planNames(snapshot))).toMatch(
    /^Run Customer 360 every .+ and Order economics every/,
  );
});

test('what nobody asks for is noticed by nobody', () => {
  const question = offer(ask('cdp-retention', 'src-orders', 'freshness'), 60);
  expect(describeConsequence(question, findConsequence(question))).toBe('1 h instead of 10 h 50: nobody would notice.');
});

test('a share less often is multiplied through, and room elsewhere is used', () => {
  const asked = ask('cdp-retention', 'agg-customer-360', 'availability');
  const question = offer(asked, 0.99);
  const found = findConsequence(question);
  const [retention] = found.consumers;
  const [need] = retention?.needs ?? [];
  const composite = planOf('cdp-retention')?.consumers[0]?.composite.availability ?? 0;
  expect(need?.after).toBeCloseTo((composite * 0.99) / Number(asked.value), 12);
  expect(need?.isBroken).toBe(true);
  if (need)
    expect(describeNeedAfter(question, need)).toMatch(/^availability on model: 99 % stated, becomes 98\.\d+ %$/);
});

test('a shorter past names the metrics that reach further back', () => {
  const question = offer(ask('cdp-retention', 'src-orders', 'history', 'order'), 365);
  const found = findConsequence(question);
  expect(found.consumers[0]?.metrics.map(({ name }) => name)).toContain('churn_rate');
  expect(describeConsequence(question, found)).toContain('reach back 365 days at most');
});
