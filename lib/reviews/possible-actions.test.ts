import { expect, test } from 'vitest';
import { isPossible, possibleActions } from './possible-actions';

const row = { state: 'proposed', verdict: 'tighten', kind: 'freshness', value: 120, hard: false } as const;

test('what cannot be kept has no yes, and still everything else', () => {
  expect(possibleActions(row)).toContain('accept');
  const late = { ...row, verdict: 'infeasible' } as const;
  expect(possibleActions(late)).toEqual(possibleActions(row).filter((action) => action !== 'accept'));
  expect([isPossible(row, 'accept'), isPossible(late, 'accept'), isPossible(late, 'counter')]).toEqual([
    true,
    false,
    true,
  ]);
});

test('between yes and no there is nothing to offer for what must hold exactly', () => {
  expect(possibleActions({ ...row, kind: 'uniqueness', hard: true })).not.toContain('counter');
});
