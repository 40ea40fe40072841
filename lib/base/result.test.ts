import { expect, test } from 'vitest';
import { ok, type Result, refuse } from './result';

function half(n: number): Result<number, { code: 'odd' }> {
  return n % 2 === 0 ? ok(n / 2) : refuse({ code: 'odd' });
}

test('a yes carries its value, a no carries its reason', () => {
  expect(half(4)).toEqual({ ok: true, value: 2 });
  expect(half(3)).toEqual({ ok: false, error: { code: 'odd' } });
});

test('the branch decides what may be read', () => {
  const answer = half(4);
  expect(answer.ok ? answer.value : answer.error.code).toBe(2);
});
