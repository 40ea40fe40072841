import { expect, test } from 'vitest';
import { aShop, someSurroundings } from '../factories';
import type { ModelSurroundings } from '../surroundings';
import { useCasesHaveAnOwner } from './use-cases-have-an-owner';

const codes = (given: Partial<ModelSurroundings>) =>
  useCasesHaveAnOwner(aShop(), someSurroundings(given)).map(({ code, at }) => [code, at]);

test('the product’s owner or one of its own will do', () => {
  expect(codes({ ownerKey: 'retention', useCase: { decision: 'x' } })).toEqual([]);
  expect(codes({ ownerKey: null, useCase: { decision: 'x', owner: 'retention' } })).toEqual([]);
});

test('a use case nobody owns is an error of the model as a whole', () => {
  expect(codes({ ownerKey: null, useCase: { decision: 'x' } })).toEqual([['use-case-without-owner', null]]);
});

test('where there is no use case there is nothing to own', () => {
  expect(codes({ ownerKey: null, useCase: null })).toEqual([]);
  expect(codes({ ownerKey: null, alignment: 'source' })).toEqual([]);
});
