import fc from 'fast-check';
import { expect, test } from 'vitest';
import { DEFAULT_LIMITS } from './limits';
import { readJson } from './read-json';
import { toPlainValue } from './tree';

function read(text: string): unknown {
  const { tree, findings } = readJson(text, DEFAULT_LIMITS);
  return tree && findings.length === 0 ? toPlainValue(tree) : undefined;
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** There is one zero in a file. */
function withOneZero(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value) ?? 'null');
}

const plain = fc
  .jsonValue({ maxDepth: 5, stringUnit: 'grapheme' })
  .filter((value) => !/__proto__|\\u0000|\\ud[89a-f]/.test(JSON.stringify(value)));

test('every JSON text reads as JSON.parse reads it', () => {
  fc.assert(
    fc.property(plain, fc.constantFrom(0, 1, '\t'), (value, indent) => {
      const text = JSON.stringify(value, null, indent);
      expect(read(text)).toEqual(withOneZero(value));
    }),
  );
});

test('what is accepted and what is refused is what JSON.parse accepts and refuses', () => {
  const spoil = fc.record({
    at: fc.nat(),
    drop: fc.nat({ max: 2 }),
    put: fc.constantFrom('', ...'{}[],:"\\-+.0e1nt u'),
  });
  fc.assert(
    fc.property(plain, fc.array(spoil, { maxLength: 2 }), (value, spoils) => {
      const text = spoils.reduce((before, { at, drop, put }) => {
        const start = at % (before.length + 1);
        return before.slice(0, start) + put + before.slice(start + drop);
      }, JSON.stringify(value));
      const { tree } = readJson(text, DEFAULT_LIMITS);
      expect(tree !== null).toBe(parse(text) !== undefined);
    }),
    { numRuns: 1_000 },
  );
});

test.each([
  '[1,]',
  '[01]',
  '[1.]',
  '[.5]',
  '[+1]',
  '["a\nb"]',
  "['a']",
  '[NaN]',
  '{a: 1}',
  '{"a" 1}',
  '"\\x"',
  '"a',
  '',
  '[1] 2',
])('%j is no JSON', (text) => {
  expect(readJson(text, DEFAULT_LIMITS)).toMatchObject({ tree: null, findings: [{ code: 'syntax' }] });
});
