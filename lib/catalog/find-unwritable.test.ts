import { expect, test } from 'vitest';
import type { ModelRecord } from '@/lib/model/records';
import { readBackup, readWorkspace } from './read-workspace';
import type { WorkspaceSnapshot } from './snapshot';
import { findUnwritable, writeBackup, writeWorkspace } from './write-workspace';

const read = readWorkspace(`
headwater: 1
workspace: { name: W }
products:
  - key: cdp-a
    model:
      entities:
        - { key: order, grain: [id], attributes: [ { key: id, type: string } ] }
        - { key: customer, attributes: [ { key: id, type: string } ] }
      relationships: [ { key: r, from: order.id, to: customer.id, cardinality: null } ]
      measures: [ { key: n, entity: order, aggregation: count } ]
      metrics: [ { key: m, kind: simple, measure: n, time: order.id } ]
      expectations: [ { on: m, rule: not-null } ]
`);
if (!read.ok) throw new Error('no workspace');
const WHOLE = read.value;

/** The workspace with one record changed or, with null, gone. */
function withRecord(id: string, change: ((record: ModelRecord) => ModelRecord) | null): WorkspaceSnapshot {
  const products = WHOLE.products.map((product) => {
    const records = Object.values(product.model.records).flatMap((record) => {
      if (record.id !== id) return [record];
      return change === null ? [] : [change(record)];
    });
    const entries = records.map((record) => [record.id, record]);
    return { ...product, model: { ...product.model, records: Object.fromEntries(entries) } };
  });
  return { ...WHOLE, products };
}

function renamed(id: string, name: string): WorkspaceSnapshot {
  return withRecord(id, (record) => ('name' in record ? { ...record, name } : record));
}

function unwritable(snapshot: WorkspaceSnapshot): string[] {
  return findUnwritable(snapshot).map(({ product, id, because }) => `${product} ${id} ${because}`);
}

test('a whole workspace can be written', () => {
  expect(unwritable(WHOLE)).toEqual([]);
});

test('two records of one name cannot both be written, because a file tells records apart by name', () => {
  expect(unwritable(renamed('entity:customer', 'order'))).toEqual(['cdp-a entity:customer name-taken']);
});

test('a name that would read as a reference, or as nothing, cannot be written', () => {
  for (const name of ['', 'a.b', 'metric:m', ' a', 'a\nb']) {
    expect(unwritable(renamed('metric:m', name))).toEqual(['cdp-a metric:m name-cannot-be-written']);
  }
});

test('a reference to what is gone is told at the record that refers', () => {
  expect(unwritable(withRecord('measure:n', null))).toEqual(['cdp-a metric:m refers-to-nothing']);
  expect(unwritable(withRecord('metric:m', null))).toEqual(['cdp-a expectation:m:not-null refers-to-nothing']);
  expect(unwritable(withRecord('attribute:customer.id', null))).toEqual(['cdp-a relationship:r refers-to-nothing']);
  expect(unwritable(withRecord('entity:customer', null))).toEqual([
    'cdp-a attribute:customer.id refers-to-nothing',
    'cdp-a relationship:r refers-to-nothing',
  ]);
});

test('a key that is another entity’s attribute is told, because a file writes it without its entity', () => {
  const strange = withRecord('entity:order', (record) =>
    record.kind === 'entity' ? { ...record, grain: ['attribute:customer.id'] } : record,
  );
  expect(unwritable(strange)).toEqual(['cdp-a entity:order refers-to-another-entity']);
});

test('a zone or a period that a file would be refused for is told before it is written', () => {
  for (const rule of [
    { rule: 'deadline' as const, at: '06:00', timezone: 'Mars/Base' },
    { rule: 'volume' as const, min: 1, per: 'fortnight' },
  ]) {
    const strange = withRecord('expectation:m:not-null', (record) =>
      record.kind === 'expectation' ? { ...record, rule } : record,
    );
    expect(unwritable(strange)).toEqual(['cdp-a expectation:m:not-null period-or-zone-unknown']);
  }
});

test('writing what was not looked for is a bug, and never a file with something missing', () => {
  expect(() => writeWorkspace(withRecord('measure:n', null))).toThrow('was not looked for');
});

test('a backup that names what is not there, or one id twice, is refused at its key', () => {
  const file = writeWorkspace(WHOLE);
  const wrong = (block: string) => {
    const answer = readBackup(`${file}${block}`);
    return answer.ok ? [] : answer.error.map(({ code, path }) => `${code} ${path.join(' ')}`);
  };
  expect(wrong('ids: { cdp-a: { "entity:order": e1 } }')).toEqual([]);
  expect(wrong('ids: { cdp-b: {} }')).toEqual(['unknown-reference ids cdp-b']);
  expect(wrong('ids: { cdp-a: { "entity:orders": e1 } }')).toEqual(['unknown-reference ids cdp-a entity:orders']);
  expect(wrong('ids: { cdp-a: { "entity:order": e, "entity:customer": e } }')).toEqual([
    'duplicate-name ids cdp-a entity:customer',
  ]);
  expect(wrong('ids: { cdp-a: { "entity:order": "metric:m" } }')).toEqual(['duplicate-name ids cdp-a entity:order']);
  expect(wrong('layouts: { cdp-b: { positions: {} } }')).toEqual(['unknown-reference layouts cdp-b']);
  expect(wrong('layouts: { cdp-a: { positions: { "entity:x": { x: 1, y: 2 } }, pinned: ["entity:y"] } }')).toEqual([
    'unknown-reference layouts cdp-a positions entity:x',
    'unknown-reference layouts cdp-a pinned 0',
  ]);
  const area = (id: string, members: string) => `{ id: ${id}, name: Ours, color: blue, members: ${members} }`;
  const framed = (...areas: string[]) => wrong(`layouts: { cdp-a: { positions: {}, areas: [${areas.join(', ')}] } }`);
  expect(framed(area('a', '["entity:order"]'))).toEqual([]);
  expect(framed(area('a', '["entity:x"]'))).toEqual(['unknown-reference layouts cdp-a areas 0 members 0']);
  expect(framed(area('a', '["entity:order"]'), area('a', '["entity:customer"]'))).toEqual([
    'duplicate-name layouts cdp-a areas 1 id',
  ]);
  expect(framed(area('a', '["entity:order"]'), area('b', '["entity:order"]'))).toEqual([
    'duplicate-name layouts cdp-a areas 1 members 0',
  ]);
  expect(framed(area('a', '[]'))).toEqual(['wrong-value layouts cdp-a areas 0 members']);
  expect(framed('{ id: a, name: Ours, color: mauve, members: ["entity:order"] }')).toEqual([
    'wrong-value layouts cdp-a areas 0 color',
  ]);
});

test('a plain file keeps no ids: reading gives every record the one its name makes', () => {
  const answer = readBackup(writeBackup({ snapshot: renamed('metric:m', 'better'), layouts: null, blocks: {} }));
  expect(answer.ok && Object.keys(answer.value.snapshot.products[0]?.model.records ?? {})).toContain('metric:m');
  const plain = readWorkspace(writeWorkspace(renamed('metric:m', 'better')));
  expect(plain.ok && Object.keys(plain.value.products[0]?.model.records ?? {})).toContain('metric:better');
});
