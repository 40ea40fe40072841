import { expect, test } from 'vitest';
import { parseExpression } from '@/lib/sql/parse';
import { pinsWholeGrain } from './whole-grain';

const pins = (on: string, key: string[]) => {
  const tree = parseExpression(on);
  if (!tree.ok) throw new Error(on);
  return pinsWholeGrain(tree.value, 'r', key);
};

test('every key column must equal something that is not the right side itself', () => {
  expect(pins('l.a = r.id', ['id'])).toBe(true);
  expect(pins('r.id = l.a and r.day = l.day', ['id', 'day'])).toBe(true);
  expect(pins("r.id = 'x'", ['id'])).toBe(true);
  expect(pins('r.id = l.a', ['id', 'day'])).toBe(false);
  expect(pins('r.id = r.other', ['id'])).toBe(false);
});

test('what else the condition says does not let a second row in, but a choice does', () => {
  expect(pins("l.a = r.id and r.state <> 'gone'", ['id'])).toBe(true);
  expect(pins('l.a = r.id or l.b = r.id', ['id'])).toBe(false);
  expect(pins('l.a <= r.id', ['id'])).toBe(false);
  expect(pins('l.a is not distinct from r.id', ['id'])).toBe(false);
});

test('no key pins nothing', () => {
  expect(pins('l.a = r.id', [])).toBe(false);
});
