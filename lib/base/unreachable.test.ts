import { expect, test } from 'vitest';
import { unreachable } from './unreachable';

test('a case nobody handles is a bug with its value in the message', () => {
  const stray: never = { kind: 'stray' } as never;
  expect(() => unreachable(stray)).toThrow('unhandled case: {"kind":"stray"}');
});
