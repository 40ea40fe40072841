import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { findIssues } from '@/lib/model/find-issues';
import { indexModel } from '@/lib/model/model-index';
import { toPublishable } from '@/lib/model/publishable';
import { columnBytes } from './column-bytes';
import { readWorkspace } from './read-workspace';
import type { WorkspaceSnapshot } from './snapshot';
import { surroundingsOf } from './surroundings';
import { writeWorkspace } from './write-workspace';

const FOLDER = new URL('../../samples/', import.meta.url);
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.yaml'));
/** What is wrong in a sample on purpose; anything else is a slip. */
const BY_DESIGN: Record<string, string[]> = {
  'casa-verde.yaml': ['src-geo missing-grain entity:geolocation'],
  'northwind-cloud.yaml': [
    'cdp-revenue-retention definition-conflict metric:revenue',
    'cdp-pipeline definition-conflict metric:revenue',
  ],
};
const ESTATES: Record<string, { tables: number; columns: number }> = {
  'casa-verde.yaml': { tables: 9, columns: 52 },
  'meridian-components.yaml': { tables: 10, columns: 84 },
  'northwind-cloud.yaml': { tables: 32, columns: 838 },
};

test('there are as many samples as are told of', () => {
  expect(FILES).toEqual(Object.keys(ESTATES).sort());
});

describe.each(FILES)('%s', (file) => {
  const text = readFileSync(new URL(file, FOLDER), 'utf8');
  const sample = read(text);
  const tables = sample.sources.flatMap((source) => source.tables);

  test('is written the way it would be written, and small enough to be uploaded', () => {
    expect(writeWorkspace(sample)).toBe(text);
    expect(text.length).toBeLessThan(2_000_000);
  });

  test('has the estate of its story, and the columns of each table weigh together what the table weighs', () => {
    expect({ tables: tables.length, columns: tables.flatMap(({ columns }) => columns).length }).toEqual(ESTATES[file]);
    const weighed = tables.map((table) => ({
      name: table.name,
      bytes: table.columns.reduce((sum, column) => sum + columnBytes(table, column.name), 0),
    }));
    expect(weighed).toEqual(tables.map(({ name, bytes }) => ({ name, bytes })));
  });

  test('has nothing wrong in it but what is wrong on purpose', () => {
    const issues = sample.products.flatMap(({ key, model }) =>
      findIssues(model, surroundingsOf(sample, key)).map(({ code, at }) => `${key} ${code} ${at}`),
    );
    expect(issues).toEqual(BY_DESIGN[file] ?? []);
  });

  test('its decisions may be sent as they are', () => {
    for (const { key, alignment, model } of sample.products)
      if (alignment === 'consumer') expect(toPublishable(model, surroundingsOf(sample, key)).ok).toBe(true);
  });

  test('everything an analyst meets has a name in her words, and every metric says what it means', () => {
    for (const { key, model, description, goodFor, notFor } of sample.products) {
      const { entity, attribute, measure, metric } = indexModel(model).byKind;
      const named = [...entity, ...attribute, ...measure, ...metric];
      const unlabelled = named.filter(({ label }) => label === null).map(({ id }) => id);
      const undescribed = entity.filter((record) => record.description === null || record.synonyms.length === 0);
      const undefinedMetrics = metric.filter(({ definition, owner }) => definition === null || owner === null);
      expect({ key, unlabelled, undescribed, undefinedMetrics }).toEqual({
        key,
        unlabelled: [],
        undescribed: [],
        undefinedMetrics: [],
      });
      expect([description, goodFor, notFor]).not.toContain(null);
    }
  });
});

function read(text: string): WorkspaceSnapshot {
  const answer = readWorkspace(text);
  if (!answer.ok)
    throw new Error(answer.error.map(({ line, column, words }) => `${line}:${column} ${words}`).join('\n'));
  return answer.value;
}
