import fc from 'fast-check';
import { expect, test } from 'vitest';
import { looksLikeMermaid, readMermaid } from './read-mermaid';

const SHOP = `\`\`\`mermaid
---
title: Shop
---
%% a comment
erDiagram
    direction LR
    accDescr {
      anything at all
    }
    CUSTOMER ||--o{ ORDER : places
    ORDER ||--|{ LINE-ITEM : "is made of"
    CUSTOMER |o..o{ "DELIVERY ADDRESS" : uses
    PERSON[Employee] only one to zero or one BADGE : wears
    CUSTOMER {
        string id PK
        string name "how we call them"
        date since
    }
    ORDER:::big {
        int orderNumber PK
        string customerId FK
    }
    LINE-ITEM {
        int orderNumber PK, FK
        int line PK
        decimal(9,2) price
    }
    classDef big fill:#f96
\`\`\`
`;

test('entities of a diagram with their keys, and lines over the fields whose names say so', () => {
  const { tables } = readMermaid(SHOP);
  expect(tables.map(({ name, key }) => [name, key])).toEqual([
    ['CUSTOMER', ['id']],
    ['ORDER', ['orderNumber']],
    ['LINE-ITEM', ['orderNumber', 'line']],
    ['DELIVERY ADDRESS', []],
    ['Employee', ['employee_id']],
    ['BADGE', []],
  ]);
  expect(tables.flatMap(({ references }) => references)).toEqual([
    { columns: ['customerId'], table: 'CUSTOMER', toColumns: ['id'], oneAt: 'to', label: 'places' },
    { columns: ['orderNumber'], table: 'ORDER', toColumns: ['orderNumber'], oneAt: 'to', label: 'is made of' },
    { columns: ['customer_id'], table: 'CUSTOMER', toColumns: ['id'], oneAt: 'to', isOptional: true, label: 'uses' },
    { columns: ['employee_id'], table: 'Employee', toColumns: ['employee_id'], oneAt: 'both', label: 'wears' },
  ]);
  expect(tables[0]?.columns).toEqual([
    { name: 'id', type: 'string', nullable: false },
    { name: 'name', type: 'string', nullable: true, note: 'how we call them' },
    { name: 'since', type: 'date', nullable: true },
  ]);
});

test('a key and a field that a line needs and nobody drew are added, and told', () => {
  expect(readMermaid(SHOP).problems).toEqual([
    { line: 7, words: 'A model has no place for 1 direction, 1 description and 1 style, left out from here on.' },
    { line: 13, words: 'DELIVERY ADDRESS names no field that leads to CUSTOMER: customer_id is added.' },
    { line: 14, words: 'Employee has no key, and its lines need one: employee_id is added.' },
    { line: 14, words: 'BADGE names no field that leads to Employee: employee_id is added.' },
  ]);
});

test.each([
  ['A }o--o{ B : knows', 2, 'Many A and B go together: draw the entity that stands between them.'],
  ['A ||--> B', 2, '“A ||--> B” is no entity and no line between two.'],
  ['A {\n  id\n}', 3, '“id” is no field of A: a type and a name are wanted.'],
  ['A {\n  int id\n  int id\n}', 4, 'A has two fields called id.'],
  ['A {\n  int id\n', 4, 'The fields of A are not closed with “}”.'],
])('what cannot be read is told at its line: %j', (text, line, words) => {
  expect(readMermaid(`erDiagram\n${text}`).problems).toEqual([{ line, words }]);
});

test('what is unique is read, and taken for the key where none is marked', () => {
  const { tables, problems } = readMermaid('erDiagram\nA {\n int id PK\n string email UK\n}\nB {\n string code UK\n}');
  expect(tables.map(({ key, unique }) => [key, unique])).toEqual([
    [['id'], [['email']]],
    [['code'], [['code']]],
  ]);
  expect(problems).toEqual([{ line: 6, words: 'B states no key; code, unique, is taken for it.' }]);
});

test('two lines between the same two are over two fields, and a line may lead back to its own entity', () => {
  const { tables, problems } = readMermaid(
    'erDiagram\nA { int id PK }\nB { int id PK\n int a_id FK }\nA ||--o{ B : x\nA ||--o{ B : y\nA |o--o{ A : leads',
  );
  expect(problems.map(({ words }) => words)).toEqual([
    'B names no field that leads to A: a_id_2 is added.',
    'A names no field that leads to A: a_id is added.',
  ]);
  expect(tables[1]?.references.map(({ columns }) => columns)).toEqual([['a_id'], ['a_id_2']]);
  expect(tables[0]?.references).toMatchObject([{ columns: ['a_id'], table: 'A', toColumns: ['id'] }]);
});

test('a diagram is told from other diagrams and from prose', () => {
  expect(looksLikeMermaid(SHOP)).toBe(true);
  expect(looksLikeMermaid('erDiagram\r\nA ||--o{ B : x')).toBe(true);
  expect(looksLikeMermaid('flowchart LR\nA --> B')).toBe(false);
  expect(looksLikeMermaid('An erDiagram shows entities')).toBe(false);
});

test('each line between two ends up over fields that both have, or is told', () => {
  const name = fc.constantFrom('A', 'B', 'C', 'D');
  const end = fc.constantFrom('|o', '||', '}o', '}|');
  const line = fc.tuple(name, end, fc.constantFrom('--', '..'), end, name);
  fc.assert(
    fc.property(fc.array(line, { maxLength: 8 }), fc.array(name, { maxLength: 3 }), (lines, drawn) => {
      const mirrored = (sign: string) => [...sign.replace('}', '{')].reverse().join('');
      const text = [
        'erDiagram',
        ...lines.map(([a, left, middle, right, b]) => `${a} ${left}${middle}${mirrored(right)} ${b} : is`),
        ...[...new Set(drawn)].map((one) => `${one} {\n int id PK\n}`),
      ].join('\n');
      const { tables, problems } = readMermaid(text);
      const references = tables.flatMap((from) => from.references.map((one) => ({ from, ...one })));
      const lost = problems.filter(({ words }) => words.startsWith('Many '));
      expect(references.length + lost.length).toBe(lines.length);
      for (const { from, columns, table, toColumns } of references) {
        const to = tables.find((one) => one.name === table);
        expect(columns.every((column) => from.columns.some((one) => one.name === column))).toBe(true);
        expect(toColumns.every((column) => to?.columns.some((one) => one.name === column))).toBe(true);
      }
    }),
  );
});
