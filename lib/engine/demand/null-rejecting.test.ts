import { describe, expect, test } from 'vitest';
import { parseExpression } from '@/lib/sql/parse';
import { rejectsNulls } from './null-rejecting';

const rejects = (text: string) => {
  const tree = parseExpression(text);
  if (!tree.ok) throw new Error(text);
  return rejectsNulls(tree.value);
};

describe('a condition that rejects nulls', () => {
  for (const text of [
    'a = 1',
    'a + b > 2',
    "a in ('x')",
    "a not in ('x')",
    'a is not null',
    'is_late',
    'not is_late',
    'a between 1 and 2',
    "a like 'x%'",
    'a = 1 and b is null',
    'a = 1 or b = 2',
  ])
    test(text, () => expect(rejects(text)).toBe(true));
});

describe('a condition that may hold for a missing row', () => {
  for (const text of [
    'a is null',
    "coalesce(a, 'x') = 'x'",
    'a is distinct from 1',
    'a = 1 or b is null',
    'a is not true',
    '1 = 1',
  ])
    test(text, () => expect(rejects(text)).toBe(false));
});
