import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';

test('keys are sorted at every depth, lists keep their order', () => {
  expect(canonicalJson({ b: [2, 1], a: { d: null, c: true } })).toBe('{"a":{"c":true,"d":null},"b":[2,1]}');
});

test('a property that is undefined is a property that is absent', () => {
  expect(canonicalJson({ a: 1, b: undefined })).toBe(canonicalJson({ a: 1 }));
});

test('minus zero is zero', () => {
  expect(canonicalJson(-0)).toBe('0');
});

test.each([
  ['NaN', Number.NaN],
  ['infinity', Number.POSITIVE_INFINITY],
  ['a function', () => 1],
  ['undefined in a list', [undefined]],
  ['a hole in a list', new Array(1)],
  ['a bigint', 1n],
  ['a date', new Date(0)],
  ['a map', new Map()],
])('%s is refused, never turned into null', (_name, value) => {
  expect(() => canonicalJson(value)).toThrow(TypeError);
});

test('it says what JSON says, and the order of writing does not matter', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value))).toEqual(JSON.parse(JSON.stringify(value)));
    }),
  );
  fc.assert(
    fc.property(fc.uniqueArray(fc.tuple(fc.string(), fc.integer()), { selector: ([key]) => key }), (entries) => {
      const forwards = Object.fromEntries(entries);
      const backwards = Object.fromEntries([...entries].reverse());
      expect(canonicalJson(forwards)).toBe(canonicalJson(backwards));
    }),
  );
});
