import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { compileLineage } from '../lineage/compile-lineage';
import { planPush } from '../push/plan-push';
import { findReads } from './find-reads';

test.each(['casa-verde', 'meridian-components', 'northwind-cloud'])(
  'in %s, whoever stands last on the way to a field before its product reads that field there',
  (sample) => {
    const read = readWorkspace(readFileSync(new URL(`../../../samples/${sample}.yaml`, import.meta.url), 'utf8'));
    if (!read.ok) throw new Error('the sample is no workspace');
    const lineage = compileLineage(read.value);
    const consumers = read.value.products.filter(({ alignment }) => alignment === 'consumer').map(({ key }) => key);
    const planned = planPush(read.value, consumers, { plansAgainMax: 0 });
    if (!planned.ok) throw new Error('the sample has a loop');
    const { requirements } = planned.value;
    const readsOf = (key: string) => {
      const product = lineage.product(key);
      const asked = requirements.filter((row) => row.product === key);
      return product ? findReads(lineage, product, asked) : new Map<string, ReadonlySet<string>>();
    };
    const expected = requirements.flatMap(({ product, target, kind, because }) =>
      target === null || (kind !== 'entity' && kind !== 'attribute')
        ? []
        : because.flatMap(({ path }) => {
            const reader = path.map((step) => step.split(':')[0] ?? '').findLast((step) => step !== product);
            return reader === undefined ? [] : [{ reader, product, target }];
          }),
    );
    expect(expected.length).toBeGreaterThan(100);
    const unread = expected.filter((one) => !readsOf(one.reader).get(one.product)?.has(one.target));
    expect(unread).toEqual([]);
  },
);

test('a product that nothing is asked of reads nothing', () => {
  const read = readWorkspace(readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
  const lineage = read.ok ? compileLineage(read.value) : null;
  const product = lineage?.product('agg-customer-360');
  expect(lineage && product && findReads(lineage, product, [])).toEqual(new Map());
});
