import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { readWorkspace } from '@/lib/catalog/read-workspace';
import { planPush } from '@/lib/engine/push/plan-push';
import { toBuildSheet } from './build-sheet';
import { writeBuildSheet } from './write-build-sheet';

const file = readWorkspace(readFileSync('samples/casa-verde.yaml', 'utf8'), { format: 'yaml' });
if (!file.ok) throw new Error(JSON.stringify(file.error));
const casaVerde = file.value;
const planned = planPush(casaVerde, ['cdp-retention', 'cdp-category']);
if (!planned.ok) throw new Error(planned.error.code);
const plan = planned.value;
function sheetOf(key: string) {
  const sheet = toBuildSheet(casaVerde, plan, key);
  if (!sheet) throw new Error(`no sheet of ${key}`);
  return sheet;
}

test('an aggregate builds the needed fields with their expressions, each with its reason', () => {
  const sheet = sheetOf('agg-customer-360');
  expect(sheet.kind).toBe('build-sheet');
  const order = sheet.entities.find(({ key }) => key === 'order');
  expect(order?.inputs.map(({ ref, join }) => `${join} ${ref}`)).toEqual([
    'from agg-order-economics.order',
    'inner src-customers.customer',
  ]);
  const unique = order?.attributes.find(({ key }) => key === 'customer_unique_id');
  expect(unique?.expression).toBe('c.customer_unique_id');
  expect(unique?.why).toMatch(/^because .* in Retention need/);
  expect(sheet.promises.some(({ words }) => words.includes('old'))).toBe(true);
});

test('a source reads the needed columns with the needed rows, for its own engine', () => {
  const sheet = sheetOf('src-orders');
  expect(sheet.kind).toBe('work-pack');
  const orders = sheet.tables.find(({ table }) => table === 'orders');
  expect(orders?.dialect).toBe('postgres');
  expect(orders?.columns).not.toContain('order_approved_at');
  expect(orders?.deferred).toContain('order_approved_at');
  expect(orders?.sql).toMatch(/^select\n {2}/);
  expect(orders?.sql).toContain('from orders');
  expect(orders?.purpose).toContain('Retention');
});

test('a product that nobody needs has nothing to build', () => {
  const sheet = sheetOf('src-geo');
  expect([sheet.entities, sheet.tables, sheet.askedBy]).toEqual([[], [], []]);
  expect(writeBuildSheet(sheet)).toContain('Nobody needs anything of it.');
});

test('as Markdown every line says why, and names cannot break out of it', () => {
  const text = writeBuildSheet(sheetOf('src-orders'));
  expect(text).toContain('# Work pack: Orders');
  expect(text).toContain('```sql');
  const sheet = sheetOf('src-orders');
  const entities = sheet.entities.map((entity) => ({ ...entity, label: 'x\n# y [z](w)' }));
  expect(writeBuildSheet({ ...sheet, entities })).not.toMatch(/^# y/m);
});
