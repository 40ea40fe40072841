/**
 * A path as a shared list: a step and the one before it, towards the consumer. Every path that runs through a step shares
 * it, so a chain of 20,000 products costs 20,000 steps and not their square.
 */
export type Step = {
  name: string;
  before: Step | null;
  length: number;
  /** The first steps of the path, as many as are printed of a long one. */
  head: readonly string[];
};

/** Longer paths are shortened in the middle: nobody reads thousands of steps. */
const STEPS_MAX = 24;
const HALF = STEPS_MAX / 2;

export function addStep(before: Step | null, name: string): Step {
  if (before === null) return { name, before, length: 1, head: [name] };
  const head = before.length < HALF ? [...before.head, name] : before.head;
  return { name, before, length: before.length + 1, head };
}

/** From the consumer on, a long path with its middle left out and counted. */
export function printSteps(last: Step): string[] {
  if (last.length <= STEPS_MAX) return allSteps(last);
  return [...last.head, `… ${last.length - STEPS_MAX} more …`, ...lastSteps(last, HALF)];
}

export function allSteps(last: Step): string[] {
  return lastSteps(last, last.length);
}

function lastSteps(last: Step, wanted: number): string[] {
  const steps: string[] = [];
  for (let step: Step | null = last; step !== null && steps.length < wanted; step = step.before) steps.push(step.name);
  return steps.reverse();
}
