import { expect, test } from 'vitest';
import { readMove, type ToldMove } from './ask-move';

const TODAY = '2026-11-22';

test.each<[ToldMove, string]>([
  [{ action: 'accept' }, 'accept'],
  [{ action: 'decline' }, 'reason-required'],
  [{ action: 'decline', reason: '' }, 'reason-required'],
  [{ action: 'counter', reason: 'nights only' }, 'value is missing'],
  [{ action: 'counter', value: 1440 }, 'reason-required'],
  [{ action: 'counter', value: 1440, reason: 'nights only', date: '2026-11-21' }, '2026-11-21 has passed'],
  [{ action: 'counter', value: 1440, reason: 'nights only', date: TODAY }, 'counter'],
  [{ action: 'need-information', question: '' }, 'question is missing'],
  [{ action: 'answer' }, 'answer is missing'],
  [{ action: 'defer' }, 'until is missing'],
  [{ action: 'defer', until: TODAY }, `${TODAY} has passed`],
  [{ action: 'defer', until: '2026-11-23' }, 'defer'],
  [{ action: 'delegate' }, 'to is missing'],
  [{ action: 'agree', reason: '' }, 'agree'],
])('%j: %s', (told, wanted) => {
  const read = readMove(told, TODAY);
  expect(read.ok ? read.value.action : wordsOf(read.error)).toBe(wanted);
});

function wordsOf(problem: Extract<ReturnType<typeof readMove>, { ok: false }>['error']): string {
  if (problem.code === 'move-incomplete') return `${problem.missing} is missing`;
  return problem.code === 'day-passed' ? `${problem.day} has passed` : problem.code;
}
