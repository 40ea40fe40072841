import { expect, test } from 'vitest';
import { newId } from './new-id';

test('an id is a uuid of version 7, and later ids sort later', () => {
  expect(newId()).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect([newId(2_000), newId(1_000), newId(1_500)].sort()).toEqual([
    expect.stringMatching(/^00000000-03e8-/),
    expect.stringMatching(/^00000000-05dc-/),
    expect.stringMatching(/^00000000-07d0-/),
  ]);
});
