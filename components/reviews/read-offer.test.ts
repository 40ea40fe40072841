import { expect, test } from 'vitest';
import { readOffer } from './read-offer';

test.each([
  ['minutes', '24 h', 1440],
  ['minutes', 'soon', null],
  ['share', '99.5', 0.995],
  ['share', '99,5 %', 0.995],
  ['share', '120', null],
  ['share', '', null],
  ['days', '365', 365],
  ['days', '0', null],
  ['clock', '6:30', '06:30'],
  ['clock', '24:00', null],
] as const)('%s: "%s" is %j', (shape, typed, wanted) => {
  expect(readOffer(shape, typed)).toBe(wanted);
});
