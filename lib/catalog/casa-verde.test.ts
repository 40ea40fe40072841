import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { findIssues } from '@/lib/model/find-issues';
import { indexModel } from '@/lib/model/model-index';
import { columnBytes } from './column-bytes';
import { readWorkspace } from './read-workspace';
import type { WorkspaceSnapshot } from './snapshot';
import { surroundingsOf } from './surroundings';
import { writeWorkspace } from './write-workspace';

const FILE = readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8');
const CASA_VERDE = read(FILE);

function read(text: string): WorkspaceSnapshot {
  const answer = readWorkspace(text);
  if (!answer.ok)
    throw new Error(answer.error.map(({ line, column, words }) => `${line}:${column} ${words}`).join('\n'));
  return answer.value;
}

test('the sample is written the way it would be written', () => {
  expect(writeWorkspace(CASA_VERDE)).toBe(FILE);
});

test('its tables are the estate of the story', () => {
  const tables = CASA_VERDE.sources.flatMap((source) => source.tables);
  expect(tables).toHaveLength(9);
  expect(tables.flatMap((table) => table.columns)).toHaveLength(52);
  expect(tables.reduce((sum, { rows }) => sum + rows, 0)).toBe(1_550_922);
  expect(tables.reduce((sum, { bytes }) => sum + bytes, 0)).toBe(126_186_995);
});

test('the columns of each table weigh together what the table weighs', () => {
  for (const { tables } of CASA_VERDE.sources) {
    for (const table of tables) {
      expect(table.columns.reduce((sum, column) => sum + columnBytes(table, column.name), 0)).toBe(table.bytes);
    }
  }
});

test('what a model may hold and what it says of its neighbours is right, but for the places that have no key', () => {
  const issues = CASA_VERDE.products.flatMap(({ key, model }) =>
    findIssues(model, surroundingsOf(CASA_VERDE, key)).map(({ code, at }) => `${key} ${code} ${at}`),
  );
  expect(issues).toEqual(['src-geo missing-grain entity:geolocation']);
});

test('everything an analyst meets has a name in her words, and every metric says what it means', () => {
  for (const { key, model, description, goodFor, notFor } of CASA_VERDE.products) {
    const { entity, attribute, measure, metric } = indexModel(model).byKind;
    const named = [...entity, ...attribute, ...measure, ...metric];
    expect({ key, unlabelled: named.filter(({ label }) => label === null).map(({ id }) => id) }).toEqual({
      key,
      unlabelled: [],
    });
    expect(entity.filter((record) => record.description === null || record.synonyms.length === 0)).toEqual([]);
    expect(metric.filter(({ definition, owner }) => definition === null || owner === null)).toEqual([]);
    expect([description, goodFor, notFor]).not.toContain(null);
  }
});

test('every column of the estate is in a model of its source', () => {
  const expressions = new Set(
    CASA_VERDE.products
      .filter(({ alignment }) => alignment === 'source')
      .flatMap(({ model }) =>
        indexModel(model).byKind.attribute.map(({ expression }) => expression?.replace(/^t\./, '')),
      ),
  );
  const columns = CASA_VERDE.sources.flatMap(({ tables }) => tables.flatMap((table) => table.columns));
  expect(columns.filter(({ name }) => !expressions.has(name))).toEqual([]);
});

test('free text is personal, and postcodes and towns are confidential, from the column to the attribute', () => {
  const columns = CASA_VERDE.sources.flatMap(({ tables }) => tables.flatMap((table) => table.columns));
  const classified = (classification: string) =>
    columns.filter((column) => column.classification === classification).map(({ name }) => name);
  expect(classified('personal')).toEqual(['review_comment_title', 'review_comment_message']);
  expect(classified('confidential')).toEqual([
    'customer_zip_code_prefix',
    'customer_city',
    'seller_zip_code_prefix',
    'seller_city',
  ]);
  const attributes = CASA_VERDE.products.flatMap(({ model }) => indexModel(model).byKind.attribute);
  expect(attributes.filter(({ classification }) => classification === 'personal')).toHaveLength(2);
  expect(attributes.filter(({ classification }) => classification === 'confidential')).toHaveLength(4);
});

test('the metric tree holds the identity of revenue and its two cuts', () => {
  const retention = CASA_VERDE.products.find(({ key }) => key === 'cdp-retention');
  const drivers = retention ? indexModel(retention.model).byKind.driver : [];
  const drawn = drivers.map(({ id, driver, identity }) => `${id} ${driver}${identity ? ' identity' : ''}`);
  expect(drawn).toEqual([
    'driver:customers:item_revenue component identity',
    'driver:orders_per_customer:item_revenue component identity',
    'driver:aov:item_revenue component identity',
    'driver:repeat_rate:orders_per_customer component',
    'driver:late_rate:repeat_rate influence',
    'driver:average_score:repeat_rate influence',
    'driver:item_revenue:customer.state segment',
    'driver:item_revenue:item.category segment',
  ]);
});
