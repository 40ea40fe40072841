import { unreachable } from '@/lib/base/unreachable';
import type { CounterProblem, CounterShape } from './counter-value';

const EXAMPLE: Readonly<Record<CounterShape, string>> = {
  minutes: 'an age such as 24 h',
  share: 'a share such as 99 %',
  days: 'a number of days such as 365',
  clock: 'a time of day such as 06:30',
  subset: 'some of the values that are asked for',
};

/** Why this cannot be offered, in the words of whoever offers it. */
export function describeCounterProblem(problem: CounterProblem): string {
  switch (problem.code) {
    case 'hard':
      return 'This must hold exactly: there is nothing less to offer. Accept it, or decline with a reason.';
    case 'not-negotiable':
      return 'There is nothing between yes and no here. Accept it, put it off, or decline with a reason.';
    case 'wrong-value':
      return `Offer ${EXAMPLE[problem.shape]}.`;
    case 'not-looser':
      return 'That is as much as is asked, or more: accept it, or say from which day it holds.';
    default:
      return unreachable(problem);
  }
}
