import { expect, test } from 'vitest';
import { findUnstorable } from './find-unstorable';

test.each<[unknown, string[] | null]>([
  ['plain', null],
  [{ a: ['ok', { b: 'é 𝕳 \u0001' }] }, null],
  ['nul\u0000', []],
  [{ put: [{ label: 'ok' }, { label: 'half \ud83d' }] }, ['put', '1', 'label']],
  [{ a: { 'k\u0000': 1 } }, ['a']],
])('%j', (value, wanted) => {
  expect(findUnstorable(value)).toEqual(wanted);
});

test('a value nested a million deep is walked like any other', () => {
  let deep: unknown = 'end\u0000';
  for (let i = 0; i < 1_000_000; i++) deep = [deep];
  expect(findUnstorable(deep)?.length).toBe(1_000_000);
});
