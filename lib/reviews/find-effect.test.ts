import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import type { Product, WorkspaceSnapshot } from '@/lib/catalog/snapshot';
import { planPush } from '@/lib/engine/push/plan-push';
import { findEffect, isUnchanged } from './find-effect';

const file = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'), { format: 'yaml' });
if (!file.ok) throw new Error(JSON.stringify(file.error));
const casaVerde = file.value;

function planOf(snapshot: WorkspaceSnapshot) {
  const plan = planPush(snapshot, ['cdp-retention']);
  if (!plan.ok) throw new Error(plan.error.code);
  return plan.value;
}
function changed(key: string, change: (product: Product) => Product): WorkspaceSnapshot {
  return { ...casaVerde, products: casaVerde.products.map((one) => (one.key === key ? change(one) : one)) };
}

test('a slower promise breaks what stood on it, by name and number, and putting it back mends the same', () => {
  const before = planOf(casaVerde);
  const slower = (product: Product) => ({ ...product, promises: { ...product.promises, freshnessMinutes: 1440 } });
  const after = planOf(changed('src-orders', slower));
  const effect = findEffect(before, after);
  expect(effect.broken.map(({ now }) => [now.product, now.kind, now.value, now.supply, now.verdict])).toContainEqual([
    'src-orders',
    'freshness',
    650,
    1440,
    'tighten',
  ]);
  expect(effect.age).toEqual({ before: 820, after: 2230 });
  expect(effect.mended).toEqual([]);
  expect(findEffect(after, before).mended.map(({ now }) => now.product)).toEqual(
    effect.broken.map(({ now }) => now.product),
  );
});

test('a field that goes takes the metrics with it that stand on it', () => {
  const after = planOf(
    changed('agg-customer-360', (product) => {
      const kept = Object.entries(product.model.records).filter(
        ([, record]) => record.kind !== 'attribute' || record.name !== 'score',
      );
      return { ...product, model: { ...product.model, records: Object.fromEntries(kept) } };
    }),
  );
  const effect = findEffect(planOf(casaVerde), after);
  const missed = [...effect.lost, ...effect.broken.flatMap(({ now }) => now.because.map(({ metric }) => metric))];
  expect(missed).toContain('average_score');
});

test('nothing changed is nothing to tell', () => {
  expect(isUnchanged(findEffect(planOf(casaVerde), planOf(casaVerde)))).toBe(true);
});
