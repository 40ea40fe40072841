import fc from 'fast-check';
import { expect, test } from 'vitest';
import { canonicalJson } from './canonical-json';
import { sameValue } from './same-value';

test('two values are the same when their canonical texts are', () => {
  const plain = fc
    .jsonValue({ noUnicodeString: false, depthSize: 'small' })
    .map((value) => JSON.parse(JSON.stringify(value)));
  fc.assert(
    fc.property(plain, plain, (a, b) => {
      expect(sameValue(a, b)).toBe(canonicalJson(a) === canonicalJson(b));
      expect(sameValue(a, structuredClone(a))).toBe(true);
    }),
  );
});

test.each([
  [{ a: 1 }, { a: 1, b: undefined }, true],
  [{ a: undefined }, {}, true],
  [{ a: null }, {}, false],
  [[], {}, false],
  [[1], [1, 2], false],
  [{ b: 2, a: 1 }, { a: 1, b: 2 }, true],
])('%j and %j', (a, b, same) => {
  expect(sameValue(a, b)).toBe(same);
  expect(sameValue(b, a)).toBe(same);
});
