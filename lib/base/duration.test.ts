import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { describeMinutes, parseMinutes } from './duration';

describe('minutes in words', () => {
  test.each([
    [0, '0 min'],
    [40, '40 min'],
    [60, '1 h'],
    [65, '1 h 05'],
    [650, '10 h 50'],
    [1440, '24 h'],
    [2160, '36 h'],
    [2880, '2 days'],
    [2900, '2 days 20 min'],
    [4_560, '3 days 4 h'],
    [4_570, '3 days 4 h 10'],
    [-280, '−4 h 40'],
    [-0.2, '0 min'],
    [39.6, '40 min'],
  ])('%d is "%s"', (minutes, words) => {
    expect(describeMinutes(minutes)).toBe(words);
  });

  test('a number that is no duration is a bug, not a word', () => {
    expect(() => describeMinutes(Number.NaN)).toThrow(RangeError);
    expect(() => describeMinutes(Number.POSITIVE_INFINITY)).toThrow(RangeError);
  });
});

describe('words read as minutes', () => {
  test.each([
    ['2h30', 150],
    ['2 h 5', 125],
    ['1.5 h', 90],
    ['1 day 6 h', 1800],
    ['1 week', 10_080],
    ['90', 90],
    ['90 minutes', 90],
    ['-40 min', -40],
    ['−4 h 40', -280],
  ])('"%s" is %d', (words, minutes) => {
    expect(parseMinutes(words)).toBe(minutes);
  });

  test.each(['', '−', 'soon', '5 parsecs', '30 min 2 h', '2 h 3 h', '2 days 5', '1,5 h', '1 h -5'])(
    '"%s" is not a duration',
    (words) => {
      expect(parseMinutes(words)).toBeNull();
    },
  );

  test('what is described can be read back', () => {
    fc.assert(
      fc.property(fc.integer({ min: -1_000_000, max: 1_000_000 }), (minutes) => {
        expect(parseMinutes(describeMinutes(minutes))).toBe(minutes);
      }),
    );
  });
});
