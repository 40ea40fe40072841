import { expect, test } from 'vitest';
import { anAttribute, anEntity, aShop, someSurroundings } from '../factories';
import type { AttributeRecord } from '../records';
import type { ModelSurroundings } from '../surroundings';
import { personalDataHasAPurpose } from './personal-data-has-a-purpose';

const review = anEntity({
  name: 'feedback',
  derivation: { from: { entity: 'src-voice.review', as: 'r' }, joins: [], where: null, groupBy: [] },
});
const comment = { type: 'string' as const, expressionBound: true, classification: 'personal' as const };
const found = (attribute: Partial<AttributeRecord>, given: Partial<ModelSurroundings> = {}) =>
  personalDataHasAPurpose(
    aShop(review, anAttribute({ entityId: 'feedback', name: 'x', id: 'x', ...attribute })),
    someSurroundings({
      useCase: null,
      findEntity: () => ({ grain: [], attributes: new Map([['comment', comment]]) }),
      ...given,
    }),
  ).map(({ code, severity, at }) => [code, severity, at]);

const refused = [['personal-data-without-purpose', 'error', 'x']];

test('personal data without a stated decision is an error at the attribute', () => {
  expect(found({ classification: 'personal' })).toEqual(refused);
  expect(found({ classification: 'personal' }, { useCase: { decision: '  ' } })).toEqual(refused);
});

test('a decision is a purpose', () => {
  expect(found({ classification: 'personal' }, { useCase: { decision: 'Whom do we call?' } })).toEqual([]);
});

test('what is computed from personal data is personal, unless it is said not to be', () => {
  expect(found({ expression: 'upper(r.comment)' })).toEqual(refused);
  expect(found({ expression: 'length(r.comment)', classification: 'internal' })).toEqual([]);
  expect(found({ expression: 'r.other' })).toEqual([]);
});

test('sources and aggregates pass on what consumers answer for', () => {
  expect(found({ classification: 'personal' }, { alignment: 'aggregate' })).toEqual([]);
});
