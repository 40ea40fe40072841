import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalDate, canonicalInterval, canonicalNumber, canonicalTime, canonicalTimestamp } from './literals';

test.each([
  ['0', '0'],
  ['007', '7'],
  ['1.50', '1.50'],
  ['.5', '0.5'],
  ['5.', '5.0'],
  ['1e3', '1000.0'],
  ['1.5E+2', '150.0'],
  ['12.345e1', '123.45'],
  ['12e-4', '0.0012'],
  ['1e31', null],
  ['1e-31', null],
  ['1'.repeat(38), '1'.repeat(38)],
  ['1'.repeat(39), null],
  ['.', null],
  ['', null],
])('the number %s is %s', (text, want) => {
  expect(canonicalNumber(text)).toBe(want);
});

test('a number without its exponent is the same number', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 999_999 }), fc.integer({ min: -12, max: 12 }), (digits, exponent) => {
      const text = `${digits}e${exponent}`;
      const canonical = canonicalNumber(text);
      expect(Number(canonical)).toBeCloseTo(Number(text), 12);
      expect(canonical).toMatch(/^\d+\.\d+$/);
    }),
  );
});

test('a date is a day of the calendar, or none', () => {
  expect(canonicalDate(' 2024-02-29 ')).toBe('2024-02-29');
  for (const text of [
    '2023-02-29',
    '1900-02-29',
    '2024-00-01',
    '2024-13-01',
    '2024-04-31',
    '0000-01-01',
    '2024-1-1',
    'now',
  ]) {
    expect(canonicalDate(text), text).toBe(null);
  }
  fc.assert(
    fc.property(fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true }), (day) => {
      const text = day.toISOString().slice(0, 10);
      expect(canonicalDate(text)).toBe(text);
    }),
  );
});

test('times and timestamps have one spelling, to the microsecond and without a zone', () => {
  expect(canonicalTime('06:30')).toBe('06:30:00');
  expect(canonicalTime('06:30:15.250')).toBe('06:30:15.25');
  expect(canonicalTime('24:00')).toBe(null);
  expect(canonicalTime('06:30Z')).toBe(null);
  expect(canonicalTimestamp('2024-02-29T06:30')).toBe('2024-02-29 06:30:00');
  expect(canonicalTimestamp('2024-02-29')).toBe('2024-02-29 00:00:00');
  expect(canonicalTimestamp('2024-02-29 06:30:00+02')).toBe(null);
});

test('an interval is one amount of one unit', () => {
  expect(canonicalInterval('1 DAY')).toBe('1 day');
  expect(canonicalInterval('3month')).toBe('3 months');
  expect(canonicalInterval('-0 days')).toBe('0 days');
  expect(canonicalInterval('1 day 2 hours')).toBe(null);
  expect(canonicalInterval('1.5 days')).toBe(null);
  expect(canonicalInterval('1 fortnight')).toBe(null);
});
