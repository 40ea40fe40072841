import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { livePlan, livePlanInSlices } from './live-plan';

const SAMPLES = ['casa-verde', 'meridian-components', 'northwind-cloud'];

function sample(name: string): { snapshot: WorkspaceSnapshot; consumers: string[] } {
  const read = readWorkspace(readFileSync(`samples/${name}.yaml`, 'utf8'));
  if (!read.ok) throw new Error(`${name} cannot be read`);
  const { products } = read.value;
  return {
    snapshot: read.value,
    consumers: products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key),
  };
}

test.each(SAMPLES)('%s: a plan made a few consumers at a time is the plan made in one piece', async (name) => {
  const [once, sliced] = [sample(name), sample(name)];
  expect(await livePlanInSlices(sliced.snapshot, sliced.consumers)).toEqual(livePlan(once.snapshot, once.consumers));
});

test('a plan of many lets others through before it is made, and is the one everybody gets', async () => {
  const { snapshot, consumers } = sample('casa-verde');
  let others = 0;
  setImmediate(() => {
    others += 1;
  });
  const plan = await livePlanInSlices(snapshot, consumers);
  expect(others).toBe(1);
  expect(livePlan(snapshot, consumers)).toBe(plan);
});
