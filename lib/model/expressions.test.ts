import { expect, test } from 'vitest';
import { expressionsOf, parsedAt, withExpressions } from './expressions';
import { aDriver, aMeasure, aMetric, anAttribute, anEntity, anExpectation, aRelationship, aSegment } from './factories';
import type { ModelRecord } from './records';

/** One of every kind, with an expression at every place it has; the text says where. */
const FULL: [ModelRecord, string[]][] = [
  [
    anEntity({
      name: 'e',
      derivation: {
        from: { table: 's.t', as: 't' },
        joins: [
          { table: 's.u', as: 'u', type: 'left', on: 'on_0' },
          { entity: 'p.e', as: 'v', type: 'inner', on: 'on_1' },
        ],
        where: 'at_where',
        groupBy: [],
      },
    }),
    ['on_0', 'on_1', 'at_where'],
  ],
  [anAttribute({ entityId: 'e', name: 'a', expression: 'at_expression' }), ['at_expression']],
  [aRelationship('e.a', 'e.b'), []],
  [aSegment({ entityId: 'e', name: 's', filter: 'at_filter' }), ['at_filter']],
  [
    aMeasure({ entityId: 'e', name: 'm', expression: 'at_expression', filter: 'at_filter' }),
    ['at_expression', 'at_filter'],
  ],
  [
    aMetric({ name: 'n', formula: { kind: 'derived', formula: 'at_formula' }, filter: 'at_filter' }),
    ['at_formula', 'at_filter'],
  ],
  [aMetric({ name: 'n', formula: { kind: 'simple', measureId: 'm' } }), []],
  [aDriver({ fromId: 'n', driver: 'influence' }), []],
  [anExpectation({ rule: { rule: 'holds', condition: 'at_condition' } }), ['at_condition']],
  [anExpectation({ rule: { rule: 'not-null', when: 'at_when' } }), ['at_when']],
  [anExpectation({ rule: { rule: 'completeness', min: 1, when: 'at_when' } }), ['at_when']],
];

test.each(FULL.map(([record, texts]) => [record.kind, record, texts] as const))(
  'every expression of a record is listed: %s',
  (_kind, record, texts) => {
    expect(expressionsOf(record).map(({ text }) => text)).toEqual(texts);
    for (const { place, text } of expressionsOf(record)) {
      expect(parsedAt(record, place)).toMatchObject({ kind: 'column', name: text });
      expect('join' in place ? `on_${place.join}` : `at_${place.in}`).toBe(text);
    }
  },
);

test.each(FULL.map(([record]) => [record.kind, record] as const))(
  'each is replaced where it stands and nowhere else: %s',
  (_kind, record) => {
    expect(withExpressions(record, ({ text }) => text)).toBe(record);
    for (const { text } of expressionsOf(record)) {
      const changed = withExpressions(record, (other) => (other.text === text ? 'another' : other.text));
      expect(JSON.stringify(changed)).toBe(JSON.stringify(record).replace(`"${text}"`, '"another"'));
    }
  },
);

test('a record is parsed once for as long as it is the same record', () => {
  const segment = aSegment({ entityId: 'e', name: 's', filter: 'a and' });
  expect(expressionsOf(segment)).toBe(expressionsOf(segment));
  expect(parsedAt(segment, { in: 'filter' })).toBeNull();
  expect(parsedAt(segment, { in: 'where' })).toBeNull();
});
