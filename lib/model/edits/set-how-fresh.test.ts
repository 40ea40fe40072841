import { expect, test } from 'vitest';
import { howFreshOf } from '../how-fresh';
import { indexModel } from '../model-index';
import { EMPTY_MODEL, type ModelDocument } from '../records';
import { addExpectation } from './add-expectation';
import { setHowFresh } from './set-how-fresh';

let next = 0;
const newId = () => `n${next++}`;
const rules = (document: ModelDocument) => indexModel(document).byKind.expectation.map(({ rule }) => rule);

test('every event is a stream beside an age, and daily takes the stream back', () => {
  const events = setHowFresh(EMPTY_MODEL, { fresh: { is: 'events', maxMinutes: 1 }, newId });
  expect(rules(events)).toEqual([
    { rule: 'freshness', maxMinutes: 1 },
    { rule: 'delivery', mode: 'stream' },
  ]);
  expect(howFreshOf(events)).toEqual({ is: 'events', maxMinutes: 1 });
  const daily = setHowFresh(events, { fresh: { is: 'age', maxMinutes: 1440 }, newId });
  expect(rules(daily)).toEqual([{ rule: 'freshness', maxMinutes: 1440 }]);
});

test('another way of delivery is nobody’s freshness and stays', () => {
  const batch = addExpectation(EMPTY_MODEL, { id: 'd', onId: null, rule: { rule: 'delivery', mode: 'batch' } });
  const hourly = setHowFresh(batch, { fresh: { is: 'age', maxMinutes: 60 }, newId });
  expect(rules(hourly)).toContainEqual({ rule: 'delivery', mode: 'batch' });
  expect(howFreshOf(hourly)).toEqual({ is: 'age', maxMinutes: 60 });
});

test('an estimate is confirmed by saying it, and keeps its record', () => {
  const estimated = setHowFresh(EMPTY_MODEL, { fresh: { is: 'age', maxMinutes: 60 }, newId, origin: 'estimated' });
  const [before] = indexModel(estimated).byKind.expectation;
  const [after] = indexModel(setHowFresh(estimated, { fresh: { is: 'age', maxMinutes: 60 }, newId })).byKind
    .expectation;
  expect(before?.origin).toBe('estimated');
  expect(after).toEqual({ ...before, origin: 'stated' });
});
