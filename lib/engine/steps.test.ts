import { expect, test } from 'vitest';
import { addStep, allSteps, printSteps, type Step } from './steps';

const chain = (length: number): Step => {
  let step = addStep(null, '0');
  for (let n = 1; n < length; n++) step = addStep(step, String(n));
  return step;
};

test('a path that people can read is printed whole, from its start', () => {
  expect(printSteps(chain(3))).toEqual(['0', '1', '2']);
  expect(printSteps(chain(24))).toHaveLength(24);
});

test('a long path keeps both ends and says how much is left out', () => {
  const printed = printSteps(chain(20_000));
  expect(printed).toHaveLength(25);
  expect(printed[0]).toBe('0');
  expect(printed[12]).toBe('… 19976 more …');
  expect(printed.at(-1)).toBe('19999');
  expect(allSteps(chain(20_000))).toHaveLength(20_000);
});
