import { readFileSync } from 'node:fs';
import { load } from 'js-yaml';
import { expect, test } from 'vitest';
import { Scenario, toWorkspace } from '../__scenarios__/scenario';
import { explainRequirement } from './explain';
import { planNames } from './plan-names';
import { planPush } from './plan-push';

function explain(file: string, product: string): string[] {
  const text = readFileSync(new URL(`../__scenarios__/${file}`, import.meta.url), 'utf8');
  const { snapshot, consumers } = toWorkspace(Scenario.parse(load(text)));
  const plan = planPush(snapshot, consumers);
  if (!plan.ok) throw new Error(JSON.stringify(plan.error));
  const promised = new Set(['freshness', 'deadline', 'availability']);
  return plan.value.requirements
    .filter((row) => row.product === product && row.target === null && promised.has(row.kind))
    .map((row) => explainRequirement(row, planNames(snapshot), 'plain'));
}

test('who is short is said by name and number where another one needs it most', () => {
  expect(explain('z01-short-is-somebody-else.yaml', 'agg-a')).toEqual([
    'agg-a is available 99.6 % of the time, because cdp-quick needs 99 % and what may fail is shared by all it reads live; cdp-slow, which reads other parts of it, is short by 8 points: needed 98 %, offered 90 %.',
    'agg-a is ready by 04:00 UTC, because cdp-quick must be ready by 04:00; cdp-slow, which reads other parts of it, is short by 30 min: needed 04:30 UTC, offered 05:00 UTC.',
    'agg-a is at most 4 h old, because cdp-quick needs it at most 4 h old; cdp-slow, which reads other parts of it, is short by 15 h 30: needed 10 h, offered 25 h 30.',
  ]);
});

test('of two needs of one consumer the one that is short is said, and each number is told by its own need', () => {
  const [, ofAggregate] = explain('h21-one-half-is-quick.yaml', 'agg-a');
  expect(ofAggregate).toBe(
    'agg-a is at most 4 h old, because cdp-x needs it at most 4 h old; cdp-x for “Slow ones is at most 10 h old”, which reads other parts of it, is short by 15 h 30: needed 10 h, offered 25 h 30.',
  );
  expect(explain('h21-one-half-is-quick.yaml', 'src-b').at(-1)).toBe(
    'src-b would have to be ready 15 h ahead of time, which cannot be, because cdp-x needs it at most 10 h old, of which agg-d spends 25 h.',
  );
});
