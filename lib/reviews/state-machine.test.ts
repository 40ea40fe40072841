import fc from 'fast-check';
import { expect, test } from 'vitest';
import { RequirementState } from './state';
import { afterMove, isAgreed, isOpen, MOVED_BY, type Move, TRANSITIONS } from './state-machine';

const states = RequirementState.options;
const moves: Move[] = Object.keys(MOVED_BY).filter((move): move is Move => move in MOVED_BY);

test('the table, as people would read it', () => {
  const rows = Object.entries(TRANSITIONS).map(
    ([state, row]) =>
      `${state}: ${Object.entries(row)
        .map(([move, to]) => `${move} → ${to}`)
        .join(', ')}`,
  );
  expect(rows).toEqual([
    'new: ask → proposed, cover → covered',
    'proposed: cover → covered, change → proposed, end → withdrawn, accept → accepted, decline → declined, counter → countered, need-information → needs-information, defer → deferred, delegate → proposed',
    'countered: cover → covered, change → proposed, end → withdrawn, agree → agreed, answer → proposed, withdraw → withdrawn',
    'needs-information: cover → covered, change → proposed, end → withdrawn, answer → proposed, withdraw → withdrawn',
    'deferred: cover → covered, change → proposed, end → withdrawn, accept → accepted, decline → declined, counter → countered, need-information → needs-information, defer → deferred, delegate → deferred, withdraw → withdrawn',
    'accepted: cover → covered, change → proposed, end → withdrawn, implement → implemented',
    'agreed: cover → covered, change → proposed, end → withdrawn, implement → implemented',
    'implemented: cover → covered, change → proposed, end → withdrawn, verify → verified',
    'verified: cover → covered, change → proposed, end → withdrawn',
    'declined: cover → covered, change → proposed, end → withdrawn',
    'covered: cover → covered, change → proposed, end → withdrawn',
    'withdrawn: ask → proposed, cover → covered',
  ]);
});

test('editing what is asked voids every agreement about it', () => {
  for (const state of states.filter(isAgreed)) expect(afterMove(state, 'change')).toBe('proposed');
});

test('whatever lives ends when its last cause dies', () => {
  for (const state of states) expect(afterMove(state, 'end')).toBe(state === 'withdrawn' ? null : 'withdrawn');
});

test('nothing is agreed unless a person on the other side moved', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...moves), { maxLength: 30 }), (path) => {
      let state: RequirementState | 'new' = 'new';
      let decided = false;
      for (const move of path) {
        const to: RequirementState | null = afterMove(state, move);
        if (to === null) continue;
        if (MOVED_BY[move] === 'plan') decided = false;
        if (move === 'accept' || move === 'agree') decided = true;
        state = to;
      }
      if (state !== 'new' && isAgreed(state)) expect(decided).toBe(true);
    }),
  );
});

test('nobody decides on what is covered, withdrawn or already decided', () => {
  for (const state of states.filter((one) => !isOpen(one))) {
    expect(afterMove(state, 'accept')).toBeNull();
    expect(afterMove(state, 'decline')).toBeNull();
  }
});
