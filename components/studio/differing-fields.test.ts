import { expect, test } from 'vitest';
import { aMetric, anEntity } from '@/lib/model/factories';
import { differingFields } from './differing-fields';

const nobody = () => null;

test('only what differs is shown, in words people use', () => {
  const mine = anEntity({ id: 'e', name: 'rating', label: 'Rating' });
  const theirs = anEntity({ id: 'e', name: 'voice', label: 'Voice', description: 'An opinion' });
  expect(differingFields(mine, theirs, nobody)).toEqual([
    { name: 'Called', mine: 'Rating', theirs: 'Voice' },
    { name: 'In words', mine: '–', theirs: 'An opinion' },
  ]);
});

test('other records are called by their words and not by their ids', () => {
  const call = (id: string) => (id === 'f1' ? 'Ordered at' : null);
  const mine = aMetric({ name: 'm', formula: { kind: 'simple', measureId: null }, timeAttributeId: 'f1' });
  const theirs = aMetric({ name: 'm', formula: { kind: 'simple', measureId: null } });
  expect(differingFields(mine, theirs, call)).toEqual([{ name: 'By which date', mine: 'Ordered at', theirs: '–' }]);
});

test('a record one side deleted has no fields to compare', () => {
  expect(differingFields(anEntity({ name: 'a' }), null, nobody)).toEqual([]);
});
