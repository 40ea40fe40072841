import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { writeModelText } from '@/lib/catalog/model-text';
import { indexModel } from '@/lib/model/model-index';
import { labelOfRecord, nameOfRecord } from '@/lib/model/names';
import { EMPTY_MODEL, type ModelDocument } from '@/lib/model/records';
import { readWorkspace } from '../read-workspace';
import { drawTables } from './draw-tables';
import { isMeantToBeDrawn, readPasted, tableNameOf } from './read-pasted';

const SAMPLE = readFileSync(new URL('../../../samples/casa-verde.yaml', import.meta.url), 'utf8');

function drawn(text: string): ModelDocument {
  const read = readPasted(text);
  if (!read.ok || read.value.is !== 'tables') throw new Error(JSON.stringify(read));
  let next = 0;
  return drawTables(EMPTY_MODEL, { tables: read.value.tables, newId: () => `r${next++}` }).document;
}

const SHOP = `
  CREATE TABLE customers (customer_id uuid PRIMARY KEY, signup_date date, status text);
  CREATE TABLE order_items (order_id int, line int, price numeric(9,2), PRIMARY KEY (order_id, line));
  CREATE TABLE orders (order_id int PRIMARY KEY, customer_id uuid REFERENCES customers, purchased_at timestamp);`;

test('tables become entities with what is one row, roles and lines, and nothing is bound', () => {
  const document = drawn(SHOP);
  const { entity, relationship, attribute } = indexModel(document).byKind;
  expect(entity.map(({ name, grain }) => [name, grain.map((id) => nameOfRecord(document, id))])).toEqual([
    ['customer', ['customer.customer_id']],
    ['order_item', ['order_item.order_id', 'order_item.line']],
    ['order', ['order.order_id']],
  ]);
  expect(
    relationship.map(({ from, to, cardinality }) => [
      nameOfRecord(document, from.attributeIds[0] ?? null),
      nameOfRecord(document, to.attributeIds[0] ?? null),
      cardinality,
    ]),
  ).toEqual([
    ['order.customer_id', 'customer.customer_id', 'many-to-one'],
    ['order_item.order_id', 'order.order_id', 'many-to-one'],
  ]);
  expect(attribute.map(({ name, role }) => [name, role])).toContainEqual(['status', 'category']);
  expect(attribute.every(({ expression }) => expression === null)).toBe(true);
  expect(entity.map(({ id }) => labelOfRecord(document, id))).toEqual(['Customer', 'Order item', 'Order']);
});

test('a list of columns is read, in the order of their positions', () => {
  const document = drawn(
    'TABLE_SCHEMA,TABLE_NAME,COLUMN_NAME,ORDINAL_POSITION,IS_NULLABLE,DATA_TYPE,NUMERIC_SCALE,COLUMN_KEY\n' +
      's,orders,total,2,YES,numeric,2,\ns,orders,order_id,1,NO,numeric,0,PRI\n',
  );
  const { attribute, entity } = indexModel(document).byKind;
  expect(attribute.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
    ['order_id', 'integer', false],
    ['total', 'decimal', true],
  ]);
  expect(entity[0]?.grain).toEqual([attribute[0]?.id]);
});

test('an inventory with other heads, semicolons and more columns than are needed is read as well', () => {
  const document = drawn('Table;Column;Type;Rows;Bytes\nvisits;visit id;text;100;5\nvisits;at;datetime;100;5\n');
  expect(indexModel(document).byKind.attribute.map(({ name, type }) => [name, type])).toEqual([
    ['visit_id', 'string'],
    ['at', 'timestamp'],
  ]);
});

test('cells of a spreadsheet become an entity: types from every row, and one row per what never stands twice', () => {
  const text =
    'Order no\tPlaced on\tAmount\tZip\tGift\tSeen\n' +
    'A1\t03/11/2026\t€ 1,200.50\t01234\tyes\t2026-11-03 10:00\n' +
    'A2\t04/11/2026\t80\t99999\t\t2026-11-04T08:30:00Z\n';
  const document = drawn(text);
  const { attribute, entity } = indexModel(document).byKind;
  expect(attribute.map(({ name, type, nullable }) => [name, type, nullable])).toEqual([
    ['order_no', 'string', false],
    ['placed_on', 'date', true],
    ['amount', 'decimal', true],
    ['zip', 'string', true],
    ['gift', 'boolean', true],
    ['seen', 'timestamp', true],
  ]);
  expect(entity.map(({ name, grain }) => [name, grain])).toEqual([['pasted_table', [attribute[0]?.id]]]);
  const twice = drawn(text.replace('A2', 'A1'));
  expect(indexModel(twice).byKind.entity[0]?.grain).toEqual([]);
  const file = readPasted('id,name\n1,Ana', tableNameOf({ name: 'Best.Customers.csv' }));
  expect(file).toMatchObject({ ok: true, value: { from: 'rows', tables: [{ name: 'Best.Customers', key: ['id'] }] } });
});

test.each([
  ['a,b\n1,2\n1', 3, 'This row has 1 cell, and the first line names 2 columns.'],
  ['a,A\n1,2', 1, 'Two columns are called A.'],
  ['a,,c\n1,2,3', 1, 'Column 2 has no name.'],
  ['1,2\n3,4', 1, '“1” is a value, and the first line must name the columns.'],
  ['Well, hello\n', 1, 'There are no rows below a line of names.'],
])('rows that make no table are refused at their line: %j', (text, line, words) => {
  const read = readPasted(text);
  expect(read.ok ? null : read.error[0]).toEqual({ line, words });
});

test('a list that lacks what is needed says so at its line', () => {
  expect(readPasted('table,type\na,int')).toEqual({
    ok: false,
    error: [{ line: 1, words: 'The first line names no column “column_name” or “column”.' }],
  });
  expect(readPasted('table,column\na,x\na,\nb,y\na,x')).toEqual({
    ok: false,
    error: [
      { line: 3, words: 'A column of a has no name.' },
      { line: 5, words: 'a has two columns called x.' },
    ],
  });
});

test('a workspace file offers the models of its products to choose from', () => {
  const read = readPasted(SAMPLE);
  if (!read.ok || read.value.is !== 'models') throw new Error('it is a workspace');
  expect(read.value.models.map(({ key }) => key)).toContain('cdp-retention');
});

test('one product’s model is read, with its head or without', () => {
  const workspace = readWorkspace(SAMPLE);
  const product = workspace.ok ? workspace.value.products.find(({ key }) => key === 'cdp-retention') : undefined;
  const text = product ? writeModelText(product.model) : null;
  if (!product || !text?.ok) throw new Error('the sample can be written');
  const wanted = Object.keys(product.model.records).length;
  const headed = `model:\n${text.value.replace(/^(?=.)/gm, '  ')}`;
  for (const one of [text.value, headed]) {
    const read = readPasted(one);
    expect(read.ok && read.value.is === 'models' && read.value.models[0]?.records.length).toBe(wanted);
  }
});

test('a mistake in a model is told at its line of the text that was pasted', () => {
  const read = readPasted('model:\n  entities:\n    - key: a\n      colour: red\n');
  expect(read.ok ? [] : read.error.map(({ line }) => line)).toContain(4);
});

test('anything else is refused in words', () => {
  expect(readPasted('hello there')).toMatchObject({ ok: false, error: [{ line: 1 }] });
  expect(readPasted('  ')).toMatchObject({ ok: false });
});

test.each([
  ['Dear Ana, hello\nBest, Bo', false],
  ['hello there', false],
  ['id,name\n1,Ana', true],
  ['id\tname\n1\tAna', true],
  ['table, column\norders, id', true],
  ['CREATE TABLE orders (', true],
  ['model:\n  entities: nonsense', true],
])('%j on a canvas: meant to be drawn %s', (text, isMeant) => {
  expect(isMeantToBeDrawn(text)).toBe(isMeant);
});

test('DBML is drawn: what one row is, lines over one field or several, lists of values and single ends as estimates', () => {
  const document = drawn(`
    Enum state { open done }
    Table users { id int [pk]
      email text [note: 'To write to']
    }
    Table orders [note: 'One purchase'] {
      id int
      country char(2)
      email text [ref: > users.email]
      state state
      indexes { (id, country) [pk] }
    }
    Table lines {
      order_id int
      country char(2)
    }
    Ref is_of: lines.(order_id, country) > orders.(id, country)`);
  const { entity, relationship, expectation, attribute } = indexModel(document).byKind;
  expect(entity.map(({ name, description, grain }) => [name, description, grain.length])).toEqual([
    ['user', null, 1],
    ['order', 'One purchase', 2],
    ['line', null, 0],
  ]);
  expect(relationship.map(({ name, from, cardinality }) => [name, from.attributeIds.length, cardinality])).toEqual([
    ['order_user', 1, 'many-to-one'],
    ['line_order', 2, 'many-to-one'],
  ]);
  expect(expectation.map(({ onId, rule, origin }) => [nameOfRecord(document, onId), rule.rule, origin])).toEqual([
    ['order.state', 'in-set', 'estimated'],
    ['user', 'unique', 'estimated'],
  ]);
  expect(attribute.map(({ description }) => description)).toContain('To write to');
});

test('what a text says is unique is an estimated need beside the key, and said once', () => {
  const document = drawn('CREATE TABLE a (id int PRIMARY KEY UNIQUE, email text UNIQUE, UNIQUE (email))');
  const { expectation, attribute } = indexModel(document).byKind;
  expect(expectation.map(({ rule, origin }) => [rule, origin])).toEqual([
    [{ rule: 'unique', attributes: [attribute[1]?.id] }, 'estimated'],
  ]);
});

test('rows as JSON and a Mermaid diagram are drawn; a workspace in JSON stays one', () => {
  const [json, mermaid] = [drawn('[{"id":1,"total":2.5}]'), drawn('erDiagram\nA ||--o{ B : has\nA {\n int id PK\n}')];
  expect(indexModel(json).byKind.attribute.map(({ name, type }) => [name, type])).toEqual([
    ['id', 'integer'],
    ['total', 'decimal'],
  ]);
  expect(indexModel(json).byKind.entity[0]?.description).toMatch(/^Estimated from 1 pasted row:/);
  expect(indexModel(mermaid).byKind.relationship.map(({ label, cardinality }) => [label, cardinality])).toEqual([
    ['has', 'many-to-one'],
  ]);
  expect(readPasted('{"headwater": 1, "nonsense": 2}')).toMatchObject({ ok: false });
  for (const text of ['[{"id": 1,}]', 'erDiagram\nnothing here at all', 'Table a {', '{"headwater": 1}'])
    expect(isMeantToBeDrawn(text)).toBe(true);
  for (const text of ['[1, 2]', 'Table of contents', '{ curly }']) expect(isMeantToBeDrawn(text)).toBe(false);
});
