import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import type { ModelRecord } from '@/lib/model/records';
import { fitTemplate } from './fit-template';
import { readWorkspace } from './read-workspace';
import { templatesOf } from './templates';

const read = readWorkspace(readFileSync(new URL('../../samples/casa-verde.yaml', import.meta.url), 'utf8'));
if (!read.ok) throw new Error('the sample is no workspace');
const [RETENTION] = templatesOf(read.value);
if (!RETENTION) throw new Error('the sample has no consumer');
const { records } = RETENTION;

/** What an entity of the template is made of, and what its fields read there. */
const INPUTS = records.flatMap((record) => {
  const from = record.kind === 'entity' ? record.derivation?.from : undefined;
  return record.kind === 'entity' && from && 'entity' in from ? [{ record, ref: from.entity, as: from.as }] : [];
});
const fieldsOf = (all: readonly ModelRecord[], entityId: string) =>
  all.flatMap((record) => (record.kind === 'attribute' && record.entityId === entityId ? [record] : []));

test('a template is a consumer with its decision, its entities and its metrics as sentences', () => {
  expect(RETENTION).toMatchObject({ key: 'cdp-retention', workspace: read.value.workspace.name });
  expect(RETENTION.decision).not.toBeNull();
  expect(RETENTION.metrics.find(({ label }) => label === 'Repeat rate')?.sentence).toMatch(/^Repeat rate is .+\.$/);
});

test('where nothing of it is offered, everything is a wish and the names stay', () => {
  const fitted = fitTemplate(records, new Set());
  expect(fitted.map(({ id }) => id)).toEqual(records.map(({ id }) => id));
  for (const record of fitted) {
    if (record.kind === 'entity') expect(record.derivation).toBeNull();
    if (record.kind === 'attribute') expect(record.expression).toBeNull();
  }
});

test('what is offered here under the same names stays bound, field by field', () => {
  const [first] = INPUTS;
  if (!first) throw new Error('the template is bound to nothing');
  const [kept] = fieldsOf(records, first.record.id).filter(({ expression }) => expression?.startsWith(`${first.as}.`));
  const column = kept?.expression?.slice(first.as.length + 1);
  const fitted = fitTemplate(records, new Set([first.ref, `${first.ref}.${column}`]));
  expect(fitted.find(({ id }) => id === first.record.id)).toEqual(first.record);
  const bound = fieldsOf(fitted, first.record.id).filter(({ expression }) => expression !== null);
  expect(bound.map(({ expression }) => expression)).toEqual([kept?.expression]);
});

test('what was needed there is an estimate here, and nobody of there owns anything', () => {
  const fitted = fitTemplate(records, new Set());
  expect(records.some(({ kind }) => kind === 'expectation')).toBe(true);
  for (const record of fitted) {
    if (record.kind === 'expectation') expect(record.origin).toBe('estimated');
    if (record.kind === 'metric') expect(record.owner).toBeNull();
  }
});
