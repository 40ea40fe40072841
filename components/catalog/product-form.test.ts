import { expect, test } from 'vitest';
import type { ProductPage } from '@/lib/api/product-page';
import { formOf, promisableAge, readForm } from './product-form';

const product: ProductPage = {
  key: 'src-orders',
  name: 'Orders',
  alignment: 'source',
  domain: null,
  owner: { key: 'order-platform', name: 'Order Platform' },
  status: 'published',
  description: null,
  build: { mode: 'streaming', takesMinutes: 5 },
  promises: { freshnessMinutes: 30, availability: 0.999, completeness: 0.999, historyDays: 1095 },
  ports: [{ key: 'table', mode: 'batch', format: 'parquet' }],
  version: 1,
  hasDraft: false,
  entities: 0,
  metrics: 0,
  reliedOnBy: 0,
  asks: { open: 0 },
  health: 'none',
  layer: null,
  useCase: null,
  goodFor: null,
  notFor: null,
  rowVersion: 1,
  loop: null,
  brokenHouseRules: [],
  canEdit: true,
  model: { entities: [], relationships: [], measures: [], metrics: [] },
  reliesOnMe: [],
  notices: [],
  needs: [],
  askedAgainstPromised: [],
  upstream: [],
  downstream: [],
  changes: [],
};

test('a form that nobody touched changes nothing', () => {
  expect(readForm(formOf(product), product)).toEqual({ change: null, errors: {} });
});

test('only what was changed is sent, in the units of the catalog, and no promise that the schedule breaks', () => {
  const form = { ...formOf(product), mode: 'scheduled' as const, every: '6 h', takes: '30 min' };
  expect(readForm(form, product)).toEqual({
    change: null,
    errors: { freshness: 'Made like this it is up to 6 h 30 old.' },
  });
  const kept = { ...form, freshness: promisableAge(form) ?? '', availability: '99,5' };
  expect(readForm(kept, product).change).toEqual({
    build: { mode: 'scheduled', everyMinutes: 360, takesMinutes: 30 },
    promises: { freshnessMinutes: 390, availability: 0.995, completeness: 0.999, historyDays: 1095 },
  });
});

test('a promise that is emptied is taken back, a new owner is a handover, and deprecating is a status', () => {
  const form = { ...formOf(product), freshness: '', owner: 'sales-data', isDeprecated: true };
  expect(readForm(form, product).change).toEqual({
    promises: { availability: 0.999, completeness: 0.999, historyDays: 1095 },
    owner: 'sales-data',
    status: 'deprecated',
  });
});

test('what cannot be read is said at its field, and nothing is sent', () => {
  const form = {
    ...formOf(product),
    mode: 'scheduled' as const,
    every: 'often',
    availability: '120',
    deadline: '25:00',
  };
  const { change, errors } = readForm(form, product);
  expect(change).toBeNull();
  expect(Object.keys(errors).sort()).toEqual(['availability', 'deadline', 'every']);
});
